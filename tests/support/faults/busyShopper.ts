import { type OrderId } from '../../../shared/contracts/ids';
import { type Money } from '../../../shared/contracts/money';
import { isRefusal } from '../../../shared/kit/client/remoteProblem';
import { PayPageRefused } from '../../../scripts/demo/actors/payPage';
import { newKey } from '../../../scripts/demo/actors/person';
import { type Cart, type Shopper, type WayToPay } from '../../../scripts/demo/actors/shopper';
import { sleep, WaitedInVain } from '../../../scripts/demo/actors/waiting';
import { cart } from '../../../scripts/demo/day/carts';
import { type Point } from '../../../scripts/demo/day/point';
import { placeOf, type Stage } from '../../../scripts/demo/day/stage';

/** What the product acknowledged to a shopper: it must not be forgotten. */
export type Acknowledged = { placed: boolean; paid: boolean; cancelled: boolean };
export type Memory = Map<OrderId, Acknowledged>;

type Busy = {
  readonly stage: Stage;
  readonly point: Point;
  readonly shopper: Shopper;
  readonly random: () => number;
  readonly memory: Memory;
  /** Resolves when the product answers again. */
  readonly up: () => Promise<void>;
  readonly isOver: () => boolean;
};

const baskets = [
  { greens: 2 },
  { greens: 1, tofu: 1 },
  { eggs: 1, tofu: 2 },
  { berries: 1 },
  { milk: 1, greens: 1 },
  { rice: 1 },
  { tofu: 3, milk: 1 },
] as const;
const ways: readonly WayToPay[] = ['card', 'alipay', 'wechat_pay', 'card_page'];

/** Orders, pays, cancels, forgets – over and over, and goes on where a dead product left off. */
export async function beBusy(busy: Busy): Promise<void> {
  const { stage, random, isOver, up } = busy;
  while (!isOver()) {
    try {
      const basket = baskets[Math.floor(random() * baskets.length)] ?? { greens: 1 };
      await buy(busy, cart(stage.offers, basket));
    } catch (error) {
      if (isRefusal(error, 'CYCLE_CLOSED')) return;
      if (!isExpected(error)) throw error;
      await up();
    }
    await sleep(20 + random() * 60);
  }
}

/** The connection broke, or the order was refused for a reason that rules and rivals give. */
const isExpected = (error: unknown): boolean =>
  error instanceof PayPageRefused ||
  error instanceof WaitedInVain ||
  [
    'SERVICE_UNAVAILABLE',
    'PAYMENT_UNAVAILABLE',
    'OUT_OF_STOCK',
    'LIMIT_EXCEEDED',
    'PRICE_CHANGED',
    'REQUEST_IN_PROGRESS',
    'CHANGED_MEANWHILE',
    'PAYMENT_PROCESSING',
    'PAYMENT_WINDOW_CLOSED',
    'ORDER_ACTION_NOT_ALLOWED',
    'ORDER_KEY_SPENT',
    'OFFER_NOT_ON_SALE',
    'TOO_MANY_REQUESTS',
  ].some((code) => isRefusal(error, code as never));

async function buy(busy: Busy, lines: Cart): Promise<void> {
  const { stage, point, shopper, random, memory, up } = busy;
  const place = placeOf(stage, point);
  const { amounts } = await shopper.quote(place, lines);
  const orderId = await placeStubbornly(busy, lines, amounts.total);
  const known: Acknowledged = { placed: true, paid: false, cancelled: false };
  memory.set(orderId, known);
  const mood = random();
  if (mood < 0.15) return;
  const way = ways[Math.floor(random() * ways.length)] ?? 'card';
  await shopper.pay(orderId, way).catch(async (error: unknown) => {
    if (!isExpected(error)) throw error;
    // Half of them try once more, in whichever way they like then; the others give up.
    await up();
    if (random() < 0.5) await shopper.pay(orderId, way);
    else throw error;
  });
  known.paid = true;
  if (mood > 0.75) {
    await shopper.cancel(orderId);
    known.cancelled = true;
  }
}

/** An app that got no answer sends the same wish again, with the same key: it must not become two orders. */
async function placeStubbornly(
  { stage, point, shopper, up }: Busy,
  lines: Cart,
  expectedTotal: Money,
): Promise<OrderId> {
  const wish = {
    body: {
      ...placeOf(stage, point),
      lines: [...lines],
      recipient: { name: shopper.name, phone: '13900000000' },
      expectedTotal,
    },
    idempotencyKey: newKey(),
  };
  for (let attempt = 1; ; attempt += 1)
    try {
      return (await shopper.api.orders.placeOrder(wish)).orderId;
    } catch (error) {
      if (attempt === 5 || !isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
      await up();
    }
}
