import { catalogErrors } from './errors/catalog';
import { commonErrors } from './errors/common';
import { deliveryErrors } from './errors/delivery';
import { identityErrors } from './errors/identity';
import { ordersErrors } from './errors/orders';
import { settlementErrors } from './errors/settlement';
import { type ProblemText } from './errors/problemText';
import { z } from './zod';

/** Every refusal a client may see: the one table from code to status and words. */
export const errorTable = {
  ...commonErrors,
  ...identityErrors,
  ...catalogErrors,
  ...ordersErrors,
  ...deliveryErrors,
  ...settlementErrors,
} as const satisfies Readonly<Record<string, ProblemText>>;

export type ErrorCode = keyof typeof errorTable;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorTable, code);

/** An RFC 9457 problem document; `code` is stable, the words may change. Some codes carry further members. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    /** The correlation id, to be quoted to support. */
    instance: z.string().optional(),
    /** What is wrong with the request, for `MALFORMED_REQUEST`. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
