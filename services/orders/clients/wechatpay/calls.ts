import { z } from '#shared/contracts/zod';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { meaningOf, WechatPayRefusal } from './failures';
import { isGenuine, type KeyOf } from './genuine';
import { type Answer, type Method, type Send, withoutQuery } from './transport';

/**
 * Asks WeChat Pay; only what it has signed is believed, whether it is good news or not.
 * @throws {Refused} PAYMENT_UNAVAILABLE when it cannot be asked, has trouble, or its answer is not its own or not understood
 * @throws {WechatPayRefusal}
 */
export type Call = <T>(answer: z.ZodType<T>, method: Method, path: string, body?: object) => Promise<T>;

type Options = {
  readonly send: Send;
  readonly keyOf: KeyOf;
  readonly now: () => Date;
  readonly log: Log;
};

const Failure = z.object({
  code: z.string(),
  detail: z.object({ field: z.string().optional() }).optional().catch(undefined),
});

export function calls({ send, keyOf, now, log }: Options): Call {
  return async (schema, method, path, body) => {
    const answer = await send(method, path, body);
    const { status } = answer;
    const json = jsonOf(answer);
    const failure = status < 300 ? undefined : Failure.safeParse(json).data;
    // Never its words: they repeat what was sent, and that names people.
    const facts = {
      method,
      path: withoutQuery(path),
      status,
      errorCode: failure?.code,
      field: failure?.detail?.field,
      requestId: answer.header('request-id'),
    };
    const unavailable = (message: string): Refused => {
      log[hasTrouble(status) ? 'warn' : 'error'](facts, message);
      return new Refused('PAYMENT_UNAVAILABLE');
    };

    if (!(await isGenuine(answer, keyOf, now()))) throw unavailable('WeChat Pay has not signed an answer');
    if (status >= 300) {
      const { code = 'none' } = failure ?? {};
      const meaning = meaningOf(code);
      if (meaning === 'passing') throw unavailable('WeChat Pay cannot do it now');
      if (meaning === 'final') log.warn(facts, 'WeChat Pay refused');
      throw new WechatPayRefusal(code, meaning);
    }
    const read = schema.safeParse(json);
    if (!read.success) throw unavailable('an answer of WeChat Pay is not understood');
    return read.data;
  };
}

const hasTrouble = (status: number): boolean => status === 429 || status >= 500;

/** `null` where nothing was said, undefined where it is no JSON. */
function jsonOf({ body }: Answer): unknown {
  try {
    return body.length === 0 ? null : (JSON.parse(body.toString()) as unknown);
  } catch {
    return undefined;
  }
}
