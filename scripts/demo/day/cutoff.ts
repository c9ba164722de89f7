import { type ConsolidationId } from '../../../shared/contracts/ids';
import { lists } from '../actors/operator';
import { later } from '../actors/time';
import { waitFor } from '../actors/waiting';
import { count, yuan } from '../narrator';
import { cart } from './carts';
import { place } from './presale';
import { neighbour } from './point';
import { placeOf, type Stage } from './stage';
import { refusalOf } from './troubles';

/** The last seconds: one neighbour pays while cutoff passes, another comes too late. */
export async function passCutoff(stage: Stage): Promise<void> {
  const { narrator, record, offers, points, cycle, pace, connection } = stage;
  const cutoffAt = new Date(cycle.cutoffAt);
  await narrator.wait('Cutoff in', later(cutoffAt, -pace.lastMomentSeconds * 1000));
  const slow = neighbour(points[1], 5);
  const order = await place(stage, points[1], slow, cart(offers, { greens: 1, eggs: 1 }));
  const payment = await slow.begin(order.orderId, 'alipay');
  narrator.say(`${slow.name} opens Alipay with ${yuan(order.amounts.total)} to pay …`);
  await connection.time.comesTo(later(cutoffAt, 500));
  narrator.say('Cutoff. The cycle takes no more orders.');
  const late = neighbour(points[2], 8);
  await refusalOf(
    late.order(placeOf(stage, points[2]), cart(offers, { tofu: 1 })),
    'CYCLE_CLOSED',
    'PRICE_CHANGED',
    'OFFER_NOT_ON_SALE',
  );
  narrator.say(`${late.name} comes a moment too late and is told so.`);
  await slow.finish(payment);
  await slow.seesPaid(order.orderId);
  record.paid(order.orderId);
  narrator.say(`… and ${slow.name} pays after cutoff, having begun before it: the order counts.`);
}

/** Every order in flight ends in the consolidation or goes back; then the lists can be printed. */
export async function consolidate(stage: Stage): Promise<ConsolidationId> {
  const { narrator, operator, record, cycle, points, pace, connection } = stage;
  const { time } = connection;
  let told = performance.now();
  const consolidationId = await waitFor(
    'the consolidation',
    async () => {
      await time.comesTo(later(time.now(), pace.settleSeconds * 1000));
      if (performance.now() - told > 5_000) {
        told = performance.now();
        narrator.say('Orders in flight are being settled …');
      }
      return operator.close(cycle.cycleId);
    },
    { seconds: 120, everyMs: 0 },
  );
  const frozen = await operator.consolidation(consolidationId);
  narrator.say(
    `Consolidation v${frozen.version}: ${count(frozen.orders, 'order')} for ${count(frozen.pickupPoints, 'pickup point')}, ${count(frozen.units, 'unit')}, ${yuan(frozen.goodsTotal)}.`,
  );
  narrator.say(
    `${count(frozen.groupBuysFormed, 'group')} formed; ${count(frozen.groupBuysFailed, 'group')} did not, and ${count(frozen.failedOrders, 'order')} had nothing else in it: refunded.`,
  );
  for (const { title, units } of frozen.droppedSkus)
    narrator.say(
      `${title.en}: ${count(units, 'unit')} ordered, less than the supplier delivers: dropped and refunded.`,
    );
  const rows = await Promise.all(lists.map((list) => operator.csv(consolidationId, list)));
  narrator.say(
    `Lists as CSV: ${lists.map((list, at) => `${list} ${count(rows[at]?.length ?? 0, 'row')}`).join(', ')}.`,
  );
  await fateOfOrders(stage);
  const [first] = points;
  const shopper = neighbour(first, 0);
  const mine = record.orders.find((order) => order.shopper === shopper && order.paid);
  if (mine) {
    const back = (await shopper.look(mine.orderId)).refunds.find(
      ({ reason }) => reason === 'tier_price_reached',
    );
    if (back)
      narrator.say(`${shopper.name} gets ${yuan(back.amount)} back: the eggs reached their cheaper price.`);
  }
  return consolidationId;
}

/** Cutoff has said of every paid order what becomes of it. */
async function fateOfOrders({ record }: Stage): Promise<void> {
  for (const { orderId, shopper, paid, ends } of record.orders)
    if (paid && ends !== 'cancelled')
      await waitFor(`what becomes of ${orderId}`, async () =>
        (await shopper.look(orderId)).status === 'paid' ? undefined : true,
      );
}
