import { OrderId, PaymentId, RefundId } from '#shared/contracts/ids';

/**
 * What we number refunds by: WeChat Pay gives nothing else of ours back with them, so that the number says whose refund it is. Letters,
 * digits and `-`, at most 64 characters; our ids are a prefix and 26 characters.
 */
export type RefundNumber =
  | {
      readonly kind: 'refund';
      readonly orderId: OrderId;
      readonly refundId: RefundId;
      readonly count: number;
    }
  /** Of money that paid no order. */
  | {
      readonly kind: 'stray';
      readonly orderId: OrderId;
      readonly paymentId: PaymentId;
      readonly count: number;
    };

const tail = (id: string): string => id.slice(id.indexOf('_') + 1);

export function writeRefundNumber(number: RefundNumber): string {
  const { kind, orderId, count } = number;
  return kind === 'refund'
    ? [tail(orderId), tail(number.refundId), count].join('-')
    : ['stray', tail(orderId), tail(number.paymentId), count].join('-');
}

/** The numbers of the first `count` tries, which `write` writes from 1 on. */
export const numbersUpTo = (count: number, write: (count: number) => string): [string, ...string[]] => [
  write(1),
  ...Array.from({ length: count - 1 }, (_, index) => write(index + 2)),
];

/** Undefined for a refund that was not made by this product: by hand, or by another one of the same merchant. */
export function readRefundNumber(text: string): RefundNumber | undefined {
  const [, stray, order, about, counted] = /^(stray-)?(\w+)-(\w+)-(\d+)$/.exec(text) ?? [];
  const orderId = OrderId.safeParse(`ord_${order ?? ''}`).data;
  const refundId = RefundId.safeParse(`ref_${about ?? ''}`).data;
  const paymentId = PaymentId.safeParse(`pay_${about ?? ''}`).data;
  if (orderId === undefined || refundId === undefined || paymentId === undefined) return undefined;
  const count = Number(counted);
  return stray === undefined
    ? { kind: 'refund', orderId, refundId, count }
    : { kind: 'stray', orderId, paymentId, count };
}
