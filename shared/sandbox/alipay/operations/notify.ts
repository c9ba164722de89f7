import { randomDigits } from '../../kit/ids';
import { tradeFields } from '../objects/notice';
import type { RefundRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';

/**
 * Tells that a trade was paid, closed or (`refund`) refunded, where its order named an address. Of a trade from a desktop's page nobody
 * is told that it was closed, so neither of the refund that closes it.
 * Documentation: opendocs.alipay.com, 各支付产品异步通知触发说明 (as 手机网站支付 and 电脑网站支付 have it).
 */
export function notifyTrade(world: World, trade: TradeRecord, refund?: RefundRecord) {
  const isSilent = trade.product === 'FAST_INSTANT_TRADE_PAY' && trade.state.kind === 'TRADE_CLOSED';
  if (trade.notifyUrl === null || isSilent) return;
  const id = `${String(time(world))}${randomDigits(20)}`;
  world.store.put('notice', {
    id,
    type: refund ? `${trade.state.kind} (refund)` : trade.state.kind,
    trade: trade.id,
    url: trade.notifyUrl,
    fields: { ...tradeFields(world, trade, refund), notify_id: id },
  });
  world.store.put('delivery', { id, state: 'pending' });
}
