/** What the stand-in remembers. WeChat Pay's shapes are built from these by `objects/`. Amounts are fen, moments milliseconds. */

export type TradeType = 'JSAPI' | 'MWEB' | 'NATIVE';

export type TradeState =
  | { kind: 'NOTPAY' }
  | { kind: 'SUCCESS'; transactionId: string; at: number; openid: string }
  | { kind: 'CLOSED'; at: number };

export type TradeRecord = {
  /** The merchant's `out_trade_no`. */
  id: string;
  type: TradeType;
  created: number;
  appid: string;
  description: string;
  attach: string | null;
  notifyUrl: string;
  total: number;
  /** Who may pay; only JSAPI knows it before. */
  openid: string | null;
  expires: number;
  /** Of all parameters: the same number with others is refused. */
  fingerprint: string;
  state: TradeState;
  /** Sum of the refunds that were not closed. */
  refunded: number;
  refunds: number;
};

/** A way to pay a trade: a `prepay_id`, the address of a page, or a code. */
export type TicketRecord = { id: string; trade: string; secret: string; until: number };

export type RefundState =
  /** `settles` null: held until the control decides. */
  | { status: 'PROCESSING'; settles: { at: number; outcome: RefundOutcome } | null }
  | { status: RefundOutcome; at: number };
export type RefundOutcome = 'SUCCESS' | 'CLOSED' | 'ABNORMAL';

export type RefundRecord = {
  /** The merchant's `out_refund_no`. */
  id: string;
  refundId: string;
  trade: string;
  created: number;
  amount: number;
  reason: string | null;
  notifyUrl: string | null;
  state: RefundState;
};

/** `resource` is what is encrypted into the notice: a snapshot that later changes do not touch. */
export type NoticeRecord = {
  id: string;
  created: number;
  type: string;
  summary: string;
  original: 'transaction' | 'refund';
  trade: string;
  url: string;
  resource: Record<string, unknown>;
};
