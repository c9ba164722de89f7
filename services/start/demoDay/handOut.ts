import { setTimeout as pause } from 'node:timers/promises';
import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { type PickupPointId } from '#shared/contracts/ids';
import { type Neighbour } from './shopping';
import { type Ago } from './drive';
import { type Visitors } from './visitors';

const tries = 50;
const pauseMs = 100;

type Asked = {
  readonly pickupPointId: PickupPointId;
  readonly leaderPhone: string;
  readonly people: readonly Neighbour[];
  readonly ago: Ago;
  /** One of so many has come. */
  readonly oneOf: number;
};

/** Some neighbours have come already, each with the code of their order; one of them is who the demo signs in as. */
export async function handOutSome(
  visitors: Visitors,
  { pickupPointId, leaderPhone, people, ago, oneOf }: Asked,
): Promise<void> {
  const { delivery } = await visitors.withPhone(leaderPhone);
  const params = { pickupPointId };
  const ready = async () =>
    (await delivery.listHandOuts({ params, query: { state: 'ready', limit: '100' } })).items;
  const orders = await settled(ready);
  const [own, ...rest] = [...orders].sort((a, b) => Number(isOwn(b, people)) - Number(isOwn(a, people)));
  const comes = [own, ...rest.filter((_, at) => at % oneOf === 0 && !isOwn(rest[at], people))];
  for (const [index, order] of comes.entries()) {
    const neighbour = people.find((person) => order !== undefined && isOf(order, person));
    if (!order || !neighbour) continue;
    const shopper = await visitors.withPhone(neighbour.phone);
    const { digits } = await shopper.delivery.getPickupCode({ params: { orderId: order.orderId } });
    const one = { key: `demo-${order.orderId}`, code: digits, at: ago(Math.max(0, 30 - index * 3)) };
    await delivery.syncRedemptions({ body: { pickupPointId, redemptions: [one] } });
  }
}

const isOf = ({ recipientName, phoneTail }: HandOut, { displayName, phone }: Neighbour) =>
  recipientName === displayName && phone.endsWith(phoneTail);
const isOwn = (order: HandOut | undefined, [shopper]: readonly Neighbour[]) =>
  order !== undefined && shopper !== undefined && isOf(order, shopper);

/** News of what is ready arrives order by order: waits until no more comes. */
async function settled(read: () => Promise<HandOut[]>): Promise<HandOut[]> {
  let before: HandOut[] = [];
  for (let n = 0; n < tries; n += 1) {
    const now = await read();
    if (now.length > 0 && now.length === before.length) return now;
    before = now;
    await pause(pauseMs);
  }
  return before;
}
