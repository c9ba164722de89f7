import { randomUUID } from 'node:crypto';
import { each, waitFor } from '../actors/waiting';
import { count, yuan } from '../narrator';
import { type Remembered } from './record';
import { type Point } from './point';
import { type Stage } from './stage';
import { NotAsExpected, refusalOf } from './troubles';

/** The last orders of the evening stay where they are: nobody comes for them. */
const leftBehind = 1;

/** `ready` is announced; neighbours come with digits, QR codes, as proxies, and while the leader has no signal. */
export async function collect(stage: Stage): Promise<void> {
  const { narrator, record, points } = stage;
  const expected = record.orders.filter(({ ends }) => ends === 'collected');
  await each(expected, 6, ({ orderId, shopper }) =>
    waitFor(`${orderId} being ready`, async () => {
      const { status } = await shopper.look(orderId);
      if (status === 'failed') record.ends(orderId, 'failed');
      return status === 'ready' || status === 'failed' ? true : undefined;
    }),
  );
  await tellShortage(stage, expected);
  const ready = record.orders.filter(({ ends }) => ends === 'collected');
  narrator.say(`${count(ready.length, 'order')} are announced as ready.`);
  const forgotten = ready.slice(-leftBehind);
  for (const { orderId } of forgotten) record.ends(orderId, 'ready');
  for (const point of points) {
    const here = ready.filter((order) => order.point === point && !forgotten.includes(order));
    await handOut(stage, point, here);
  }
  for (const { shopper, point } of forgotten)
    narrator.say(`${shopper.name} does not come today; the order waits at ${point.name}.`);
}

/** Whose goods did not come, and what they get back for it. */
async function tellShortage({ narrator }: Stage, orders: readonly Remembered[]): Promise<void> {
  const seen = await each(orders, 6, ({ orderId, shopper }) => shopper.look(orderId));
  for (const { refunds, recipient, pickupPointId } of seen)
    for (const { reason, amount } of refunds) {
      const point = orders.find((order) => order.point.pickupPointId === pickupPointId)?.point.name ?? '';
      if (reason === 'shortage_at_handover')
        narrator.say(`${recipient.name} at ${point} gets ${yuan(amount)} back for what was missing.`);
    }
}

/** The ways of presenting a code, taken in turn. */
const ways = ['digits', 'qr', 'proxy', 'offline'] as const;

async function handOut(stage: Stage, point: Point, orders: readonly Remembered[]): Promise<void> {
  const counts = { digits: 0, qr: 0, proxy: 0, offline: 0 };
  for (const [index, order] of orders.entries()) {
    const way = ways[index % ways.length] ?? 'digits';
    await present(point, order, way);
    counts[way] += 1;
  }
  const [first] = orders;
  if (first) await presentAgain(point, first);
  stage.narrator.say(
    `${point.name}: ${count(orders.length, 'order')} collected (${Object.entries(counts)
      .map(([way, times]) => `${times} by ${way}`)
      .join(', ')}); a code shown twice is refused.`,
  );
}

async function present(
  point: Point,
  { orderId, shopper }: Remembered,
  way: (typeof ways)[number],
): Promise<void> {
  const { leader, pickupPointId } = point;
  switch (way) {
    case 'digits':
      await leader.redeem(pickupPointId, (await shopper.pickupCode(orderId)).digits);
      return;
    case 'qr':
      await leader.redeem(pickupPointId, (await shopper.pickupCode(orderId)).qr);
      return;
    case 'proxy': {
      const { proxy } = await shopper.sendProxy(orderId, '邻居小周');
      const { byProxy } = await leader.redeem(pickupPointId, proxy?.digits ?? '');
      if (!byProxy) throw new NotAsExpected(`${orderId} was not collected by its proxy`);
      return;
    }
    case 'offline': {
      const { digits } = await shopper.pickupCode(orderId);
      const key = `phone-${randomUUID()}`;
      const outcomes = [
        await leader.sync(pickupPointId, digits, key),
        await leader.sync(pickupPointId, digits, key),
      ];
      if (outcomes.some((outcome) => outcome !== 'redeemed'))
        throw new NotAsExpected(`${orderId}, handed out without a signal: ${outcomes.join(', ')}`);
    }
  }
}

async function presentAgain(
  { leader, pickupPointId }: Point,
  { orderId, shopper }: Remembered,
): Promise<void> {
  const { digits } = await shopper.pickupCode(orderId);
  await refusalOf(leader.redeem(pickupPointId, digits), 'PICKUP_CODE_USED');
}
