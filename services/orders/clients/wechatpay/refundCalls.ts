import { Refused } from '#shared/kit/domainError';
import { type Call } from './calls';
import { asUnavailable, isMissing, WechatPayRefusal } from './failures';
import { Refund } from './refunds';
import { currency } from './trades';

const path = '/v3/refund/domestic/refunds';

type Asking = {
  readonly number: string;
  readonly intentId: string;
  /** What is to go back of `totalFen`, the whole payment. */
  readonly fen: number;
  readonly totalFen: number;
};

/** Asking for refunds and how they stand, by numbers of ours. All throw `Refused` PAYMENT_UNAVAILABLE. */
export function refundCalls(call: Call, notifyUrl: string) {
  /** Undefined where WeChat Pay knows none of this number. */
  async function query(number: string): Promise<Refund | undefined> {
    try {
      const refund = await call(Refund, 'GET', `${path}/${encodeURIComponent(number)}`);
      if (refund.out_refund_no !== number) throw new Refused('PAYMENT_UNAVAILABLE');
      return refund;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw asUnavailable(error);
    }
  }

  return {
    /** Asks for a refund; the same number again is the same refund. Answers why not, where there is none under it. */
    async ask({ number, intentId, fen, totalFen }: Asking): Promise<Refund | string> {
      try {
        return await call(Refund, 'POST', path, {
          out_trade_no: intentId,
          out_refund_no: number,
          notify_url: notifyUrl,
          amount: { refund: fen, total: totalFen, currency },
        });
      } catch (error) {
        if (!(error instanceof WechatPayRefusal)) throw error;
        return (await query(number)) ?? error.code.toLowerCase();
      }
    },

    /**
     * The first of these numbers that WeChat Pay does not know, or whose refund is not closed; else the last. What was refused is asked for
     * again under its old number, as WeChat Pay wishes it; only what was closed needs another one.
     */
    async standing(numbers: readonly [string, ...string[]]): Promise<{ number: string; refund?: Refund }> {
      const [number, ...others] = numbers;
      const refund = await query(number);
      const [next, ...rest] = others;
      if (refund?.status === 'CLOSED' && next !== undefined) return this.standing([next, ...rest]);
      return { number, ...(refund && { refund }) };
    },
  };
}
export type RefundCalls = ReturnType<typeof refundCalls>;
