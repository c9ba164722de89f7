import { OrderId } from '#shared/contracts/ids';
import { z } from '#shared/contracts/zod';

/** What travels along with a trade and comes back in its reports: whose it is, and what was asked for in fen. */
const Passback = z.object({ orderId: OrderId, fen: z.coerce.number().pipe(z.int().min(1)) });
export type Passback = z.infer<typeof Passback>;

/** Documentation: opendocs.alipay.com, alipay.trade.wap.pay: `passback_params` must be encoded as in an address. */
export const writePassback = ({ orderId, fen }: Passback): string =>
  encodeURIComponent(new URLSearchParams({ orderId, fen: String(fen) }).toString());

/** Undefined when it is none of ours. */
export function readPassback(text: string): Passback | undefined {
  try {
    return Passback.safeParse(Object.fromEntries(new URLSearchParams(decodeURIComponent(text)))).data;
  } catch {
    return undefined;
  }
}
