import { cny } from '../../../shared/contracts/money';
import { isRefusal, RemoteProblem } from '../../../shared/kit/client/remoteProblem';
import { newKey } from '../actors/person';
import { count, yuan } from '../narrator';
import { cart } from './carts';
import { hotUnits, riceLimit } from './goods';
import { place } from './presale';
import { neighbour } from './point';
import { placeOf, type Stage } from './stage';

/** Something was let through, or refused for another reason than it should have been. */
export class NotAsExpected extends Error {
  override readonly name = 'NotAsExpected';
}

/** @returns the refusal, which must be one of `codes` */
export async function refusalOf(attempt: Promise<unknown>, ...codes: string[]): Promise<RemoteProblem> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof RemoteProblem && codes.includes(error.code)) return error;
    throw error;
  }
  throw new NotAsExpected(`this should have been refused: ${codes.join(' or ')}`);
}

/** The bank says no; another way of paying works. */
export async function declinedThenPaid(stage: Stage): Promise<void> {
  const { narrator, record, offers, points } = stage;
  const shopper = neighbour(points[1], 1);
  const order = await place(stage, points[1], shopper, cart(offers, { greens: 3 }));
  const declined = shopper.begin(order.orderId, 'card', 'pm_card_chargeDeclinedInsufficientFunds');
  const { details } = await refusalOf(declined, 'PAYMENT_DECLINED');
  await shopper.pay(order.orderId, 'alipay');
  record.paid(order.orderId);
  narrator.say(
    `${shopper.name}'s card is declined (${String(details['declineCode'])}); ${yuan(order.amounts.total)} go through by Alipay.`,
  );

  const other = neighbour(points[1], 3);
  const second = await place(stage, points[1], other, cart(offers, { tofu: 2 }));
  await other.finish(await other.begin(second.orderId, 'wechat_pay'), 'decline');
  await other.pay(second.orderId, 'card_page');
  record.paid(second.orderId);
  narrator.say(`${other.name} presses “decline” on the WeChat Pay page, then pays by card there.`);
}

/** A change of mind before cutoff: money and stock go back. */
export async function cancelled(stage: Stage): Promise<void> {
  const { narrator, record, offers, points } = stage;
  const shopper = neighbour(points[0], 3);
  const order = await place(stage, points[0], shopper, cart(offers, { rice: 1, greens: 1 }));
  await shopper.pay(order.orderId, 'wechat_pay');
  record.paid(order.orderId);
  await shopper.cancel(order.orderId);
  record.ends(order.orderId, 'cancelled');
  narrator.say(
    `${shopper.name} pays ${yuan(order.amounts.total)} and cancels before cutoff: all of it goes back.`,
  );
}

/** Somebody wants more than one shopper may have. */
export async function overTheLimit(stage: Stage): Promise<void> {
  const { narrator, record, offers, points } = stage;
  const shopper = neighbour(points[2], 6);
  const order = await place(stage, points[2], shopper, cart(offers, { rice: riceLimit }));
  await shopper.pay(order.orderId, 'card');
  record.paid(order.orderId);
  const greedy = shopper.api.orders.placeOrder({
    body: {
      ...placeOf(stage, points[2]),
      lines: [...cart(offers, { rice: 1 })],
      recipient: { name: shopper.name, phone: '13900000000' },
      expectedTotal: cny(3_290),
    },
    idempotencyKey: newKey(),
  });
  await refusalOf(greedy, 'LIMIT_EXCEEDED');
  narrator.say(
    `${shopper.name} has ${riceLimit} bags of rice; a third is refused: one shopper may have ${riceLimit}.`,
  );
}

/** Many want the same few boxes at the same moment. */
export async function raceForTheHotOffer(stage: Stage): Promise<void> {
  const { narrator, record, offers, points } = stage;
  const [first, second] = points;
  const runners = [first, second].flatMap((point) =>
    point.neighbours.slice(0, 9).map((shopper) => ({ point, shopper })),
  );
  const lines = cart(offers, { berries: 1 });
  const results = await Promise.all(
    runners.map(async ({ point, shopper }) => {
      try {
        return await place(stage, point, shopper, lines);
      } catch (error) {
        if (isRefusal(error, 'OUT_OF_STOCK') || isRefusal(error, 'PRICE_CHANGED')) return undefined;
        throw error;
      }
    }),
  );
  const won = record.orders.filter(({ orderId }) => results.some((order) => order?.orderId === orderId));
  if (won.length !== hotUnits)
    throw new NotAsExpected(`${hotUnits} boxes were there, ${won.length} were sold`);
  for (const { orderId, shopper } of won) {
    await shopper.pay(orderId, 'card');
    record.paid(orderId);
  }
  narrator.say(
    `${count(runners.length, 'neighbour')} want strawberries at the same moment: ${hotUnits} boxes, exactly ${won.length} sold.`,
  );
}

/** An order that nobody pays; it ends by itself. */
export async function forgotten(stage: Stage): Promise<void> {
  const shopper = neighbour(stage.points[2], 7);
  const order = await place(stage, stage.points[2], shopper, cart(stage.offers, { eggs: 1 }));
  stage.narrator.say(`${shopper.name} orders for ${yuan(order.amounts.total)} and forgets to pay.`);
}
