import { randomUUID } from 'node:crypto';
import { refundNews } from '../objects/refund';
import { presentTrade } from '../objects/transaction';
import type { NoticeRecord, RefundOutcome, RefundRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';

const put = (world: World, news: Omit<NoticeRecord, 'id' | 'created'>) => {
  const notice: NoticeRecord = { ...news, id: randomUUID(), created: time(world) };
  world.store.put('notice', notice);
  world.store.put('delivery', { id: notice.id, state: 'pending' });
};

export function notifyPayment(world: World, trade: TradeRecord) {
  put(world, {
    type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    original: 'transaction',
    trade: trade.id,
    url: trade.notifyUrl,
    resource: presentTrade(world, trade),
  });
}

const summaries: Record<RefundOutcome, string> = {
  SUCCESS: '退款成功',
  CLOSED: '退款关闭',
  ABNORMAL: '退款异常',
};

/** Refunds are told of only where the request named an address. */
export function notifyRefund(world: World, refund: RefundRecord, trade: TradeRecord, outcome: RefundOutcome) {
  if (refund.notifyUrl === null) return;
  put(world, {
    type: `REFUND.${outcome}`,
    summary: summaries[outcome],
    original: 'refund',
    trade: trade.id,
    url: refund.notifyUrl,
    resource: refundNews(world, refund, trade),
  });
}
