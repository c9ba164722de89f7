/** What the stand-in remembers. Alipay's shapes are built from these by `objects/`. Amounts are fen, moments milliseconds. */

export type Product = 'JSAPI_PAY' | 'QUICK_WAP_WAY' | 'FAST_INSTANT_TRADE_PAY';

/** What an order says. */
export type Order = {
  outTradeNo: string;
  product: Product;
  total: number;
  subject: string;
  body: string | null;
  passback: string | null;
  notifyUrl: string | null;
  expires: number;
};

export type TradeState =
  | { kind: 'WAIT_BUYER_PAY' }
  | { kind: 'TRADE_SUCCESS'; at: number }
  /** `paid`: when it was paid, if everything was given back. */
  | { kind: 'TRADE_CLOSED'; at: number; paid: number | null };

export type TradeRecord = Order & {
  /** The merchant's `out_trade_no`. */
  id: string;
  tradeNo: string;
  created: number;
  /** Open id or user id; a browser's is known when somebody pays. */
  buyer: string | null;
  state: TradeState;
  /** Sum of the refunds that did not fail. */
  refunded: number;
};

/** A cashier that was opened; the trade comes into being when the person pays or declines there. */
export type SessionRecord = {
  id: string;
  order: Order;
  returnUrl: string | null;
  quitUrl: string | null;
};

export type RefundRecord = {
  /** `out_trade_no` and `out_request_no`, which is unique only within its trade. */
  id: string;
  request: string;
  trade: string;
  created: number;
  amount: number;
  /** Sum of all refunds of the trade when this one was asked for. */
  sum: number;
  state: { kind: 'pending' } | { kind: 'succeeded'; at: number } | { kind: 'failed' };
};

/** `fields` are those of the notice but for its own time and the signature. */
export type NoticeRecord = {
  id: string;
  type: string;
  trade: string;
  url: string;
  fields: Record<string, string>;
};
