import { waitFor } from '../actors/waiting';
import { count, yuan } from '../narrator';
import { cart } from './carts';
import { goods, milkTarget } from './goods';
import { neighbour } from './point';
import { placeOf, type Stage } from './stage';

/** The leader of the first point looks after the group, orders for a neighbour without a phone, and for herself. */
export async function leaderEvening(stage: Stage): Promise<void> {
  const { narrator, record, offers, points, cycle } = stage;
  const [point] = points;
  const { leader, pickupPointId } = point;
  const place = placeOf(stage, point);

  const old = { name: '李奶奶', phone: '13700000001' };
  const forOld = await leader.orderForNeighbour(place, cart(offers, { greens: 1, tofu: 1 }), old);
  record.placed(forOld, leader, point);
  await leader.pay(forOld.orderId, 'wechat_pay');
  record.paid(forOld.orderId);
  const own = await leader.order(place, cart(offers, { greens: 2, eggs: 1 }));
  record.placed(own, leader, point);
  await leader.pay(own.orderId, 'card');
  record.paid(own.orderId);
  narrator.say(
    `The leader ${leader.name} orders for Grandma Li, who has no phone (${yuan(forOld.amounts.total)}), and for herself (no commission on that).`,
  );

  const group = await waitFor('the group order with its milk', async () => {
    const now = await leader.groupOrder(pickupPointId, cycle.cycleId);
    return now?.groupBuys.some(({ status }) => status === 'formed') ? now : undefined;
  });
  const milk = group.groupBuys.find(({ status }) => status === 'formed');
  narrator.say(
    `She sees ${count(group.orders, 'order')} of ${count(group.shoppers, 'shopper')}, ${yuan(group.total)}; her commission will be about ${yuan(group.expectedCommission)}.`,
  );
  narrator.say(
    `${goods.milk.title.en}: ${milk?.shoppers ?? 0} of ${milkTarget} neighbours at ${point.name}: the group has formed.`,
  );
  await leader.write(group, '今晚八点截单，明天下午来取。');
  const reader = neighbour(point, 0);
  const messages = await reader.api.orders.listGroupMessages({
    params: { groupOrderId: group.groupOrderId },
  });
  narrator.say(`She writes to the group; ${reader.name} reads: “${messages.items[0]?.text ?? ''}”`);
}
