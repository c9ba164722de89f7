import { type Refusal } from '#shared/contracts/realtime';
import { type z } from '#shared/contracts/zod';
import { problem, toProblem } from '#shared/kit/http/problem';

type Refused = z.output<typeof Refusal>;

/** What a client is told about `error`: the same codes and words as over HTTP. */
export function refusal(error: unknown): Refused {
  const { code, detail } = toProblem(error);
  return { ok: false, code, detail };
}

export const tooMany = (): Refused => {
  const { code, detail } = problem('TOO_MANY_REQUESTS');
  return { ok: false, code, detail };
};

/** Worth a line in the log: the client did nothing wrong. */
export const isOurFault = (error: unknown): boolean => toProblem(error).status >= 500;
