import { randomDigits } from '../../kit/ids';
import { tradeFields } from '../objects/notice';
import type { RefundRecord, TradeRecord } from '../state/records';
import { time, type World } from '../world';

/** Tells that a trade was paid, closed or (`refund`) refunded, where its order named an address. */
export function notifyTrade(world: World, trade: TradeRecord, refund?: RefundRecord) {
  if (trade.notifyUrl === null) return;
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
