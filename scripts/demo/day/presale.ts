import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { Person } from '../actors/person';
import { type Cart, type Shopper } from '../actors/shopper';
import { each } from '../actors/waiting';
import { count, yuan } from '../narrator';
import { cartOf, wayOf } from './carts';
import { goods } from './goods';
import { neighbour, type Point } from './point';
import { placeOf, type Stage } from './stage';

/** So many neighbours order and pay at the same time. */
const atOnce = 8;

/** Everybody's ordinary evening: look, order, pay. */
export async function ordinaryOrders(stage: Stage): Promise<void> {
  const { narrator, points } = stage;
  const [first] = points;
  const visitor = new Person(stage.connection);
  await visitor.live.follow({ kind: 'neighbourhood', pickupPointId: first.pickupPointId });
  await browse(stage, neighbour(first, 0), first);

  const tasks = points.flatMap((point, at) =>
    point.neighbours.map((shopper, index) => ({ point, at, shopper, index })),
  );
  const orders = await each(tasks, atOnce, async ({ point, at, shopper, index }) => {
    const order = await place(stage, point, shopper, cartOf(stage.offers, at, index));
    await shopper.pay(order.orderId, wayOf(index));
    stage.record.paid(order.orderId);
    if (isMilkOnly(order)) stage.record.ends(order.orderId, 'failed');
    return order;
  });
  const total = orders.reduce((sum, { amounts }) => sum + amounts.total.amount, 0);
  narrator.say(
    `${count(orders.length, 'order')} placed and paid, ${yuan(total)}: a quarter each by card, Alipay, WeChat Pay and card on the payment page.`,
  );
  const seen = await visitor.live.hears('neighbour_ordered', () => true);
  narrator.say(
    `A visitor without an account watches ${first.name} live: “${seen.initial}. bought ${seen.title.en}”; ${count(visitor.live.heard.neighbour_ordered.length, 'line')} like it so far.`,
  );
  visitor.putPhoneAway();
}

/** Somebody wants nothing but the milk, whose group will not form there. */
const isMilkOnly = ({ lines }: OrderView): boolean =>
  lines.length === 1 && lines[0]?.title.en === goods.milk.title.en;

async function browse({ narrator }: Stage, shopper: Shopper, point: Point): Promise<void> {
  const cards = await shopper.browse(point.pickupPointId);
  const eggs = cards.find(({ tiers }) => tiers.length > 0);
  const [tier] = eggs?.tiers ?? [];
  narrator.say(`${shopper.name} at ${point.name} looks at ${count(cards.length, 'offer')}.`);
  if (eggs && tier)
    narrator.say(
      `${eggs.title.en} cost ${yuan(eggs.unitPrice)}; ${yuan(tier.price)} once the neighbours together take ${tier.fromUnits}.`,
    );
}

/** Places an order and remembers it. */
export async function place(stage: Stage, point: Point, shopper: Shopper, lines: Cart): Promise<OrderView> {
  const order = await shopper.order(placeOf(stage, point), lines);
  stage.record.placed(order, shopper, point);
  return order;
}
