import { type RouteView } from '../../../shared/contracts/delivery/routes';
import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { type Courier } from '../../../scripts/demo/actors/courier';
import { type Leader } from '../../../scripts/demo/actors/leader';
import { type Operator } from '../../../scripts/demo/actors/operator';
import { newKey } from '../../../scripts/demo/actors/person';
import { type Shopper } from '../../../scripts/demo/actors/shopper';
import { later } from '../../../scripts/demo/actors/time';
import { waitFor } from '../../../scripts/demo/actors/waiting';
import { cart } from '../../../scripts/demo/day/carts';
import { consolidate } from '../../../scripts/demo/day/cutoff';
import { planRoutes } from '../../../scripts/demo/day/night';
import { lifelike } from '../../../scripts/demo/day/pace';
import { prepareDay } from '../../../scripts/demo/day/prepare';
import { neighbour } from '../../../scripts/demo/day/point';
import { placeOf, type Stage } from '../../../scripts/demo/day/stage';
import { narrator } from '../../../scripts/demo/narrator';
import { type AllInOne } from '../allInOne';
import { type Ids } from './sample';

/** What nobody but the owner, their leader and operators may ever read. */
export const secrets = {
  name: 'Canary Bird',
  note: 'canary note 7f3a',
  area: 'Canary Lane 7f3a',
  phone: '13977770007',
} as const;

/** Two neighbours, two leaders, two couriers who have nothing to do with each other, and what the first of each owns. */
export type World = {
  readonly owner: Shopper;
  readonly stranger: Shopper;
  readonly leader: Leader;
  readonly otherLeader: Leader;
  readonly courier: Courier;
  readonly otherCourier: Courier;
  readonly operator: Operator;
  readonly order: OrderView;
  readonly route: RouteView;
  /** The owner's things, by prefix. */
  readonly ids: Ids;
  /** Texts that must not reach strangers: the owner's words and pickup digits. */
  readonly canaries: readonly string[];
  /** What the owner sees of all that is theirs. */
  look(): Promise<unknown>;
};

/** A small evening up to the planned routes, on the demo data of a start. */
export async function secureWorld({ url, time }: AllInOne): Promise<World> {
  const connection = { url, retries: 0, time };
  const quiet = narrator(() => undefined, time);
  const stage = await prepareDay({ connection, narrator: quiet, pace: lifelike });
  const [first, second] = stage.points;
  const owner = neighbour(first, 0);
  const stranger = neighbour(second, 0);
  const order = await orderOf(stage, owner);
  await stranger.pay(
    (await stranger.order(placeOf(stage, second), cart(stage.offers, { tofu: 1 }))).orderId,
    'card',
  );
  const address = await owner.api.identity.addAddress({
    body: {
      recipientName: secrets.name,
      phone: secrets.phone,
      cityId: stage.cityId,
      area: secrets.area,
      door: '1-101',
    },
    idempotencyKey: newKey(),
  });
  await time.comesTo(later(stage.cycle.cutoffAt, 1_000));
  const consolidationId = await consolidate(stage);
  const [trip] = await planRoutes(stage, consolidationId);
  if (!trip) throw new Error('nobody has a route');
  const otherCourier = stage.couriers.find((one) => one !== trip.courier);
  const code = await waitFor('the pickup code', () => owner.pickupCode(order.orderId).catch(() => undefined));
  if (!otherCourier) throw new Error('there is only one courier');

  const { orderId } = order;
  const { addressId } = address;
  const [stop] = trip.route.stops;
  const ids: Ids = {
    ord: orderId,
    adr: addressId,
    acc: owner.accountId,
    gro: order.groupOrderId,
    ppt: first.pickupPointId,
    con: consolidationId,
    cyc: stage.cycle.cycleId,
    off: stage.offers.greens,
    cit: stage.cityId,
    rou: trip.route.route.routeId,
    stp: stop?.stopId ?? '',
    crt: stop?.crates[0]?.crateId ?? '',
    fac: stage.warehouse.facilityId,
  };
  return {
    owner,
    stranger,
    leader: first.leader,
    otherLeader: second.leader,
    courier: trip.courier,
    otherCourier,
    operator: stage.operator,
    order,
    route: trip.route,
    ids,
    canaries: [secrets.name, secrets.note, secrets.area, secrets.phone, code.digits, code.qr],
    look: async () => ({
      order: await owner.look(orderId),
      addresses: await owner.api.identity.listAddresses(),
      code: await owner.pickupCode(orderId),
      route: await trip.courier.look(trip.route.route.routeId),
    }),
  };
}

/** The owner's order carries everything that must stay between them and their leader. */
async function orderOf(stage: Stage, owner: Shopper): Promise<OrderView> {
  const place = placeOf(stage, stage.points[0]);
  const lines = cart(stage.offers, { greens: 2, tofu: 1 });
  const { amounts } = await owner.quote(place, lines);
  const order = await owner.api.orders.placeOrder({
    body: {
      ...place,
      lines: [...lines],
      recipient: { name: secrets.name, phone: secrets.phone },
      note: secrets.note,
      expectedTotal: amounts.total,
    },
    idempotencyKey: newKey(),
  });
  stage.record.placed(order, owner, stage.points[0]);
  await owner.pay(order.orderId, 'card');
  stage.record.paid(order.orderId);
  return order;
}
