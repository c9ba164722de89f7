import { Courier } from '../../../scripts/demo/actors/courier';
import { Leader } from '../../../scripts/demo/actors/leader';
import { type Operator } from '../../../scripts/demo/actors/operator';
import { newKey } from '../../../scripts/demo/actors/person';
import { type Connection } from '../../../scripts/demo/actors/connection';
import { type Cart, Shopper } from '../../../scripts/demo/actors/shopper';
import { later, minuteMs } from '../../../scripts/demo/actors/time';
import { waitFor } from '../../../scripts/demo/actors/waiting';
import { type GoodName } from '../../../scripts/demo/day/goods';
import { allDay, assignLeader, engageCourier } from '../../../scripts/demo/day/prepareCity';
import { offerAll, type Offers } from '../../../scripts/demo/day/prepareRange';
import { people } from '../../../scripts/demo/day/places';
import { type Cycle } from '../../../shared/contracts/catalog/cycles';
import { type CityRules } from '../../../shared/contracts/cityRules';
import { type ManagedPickupPoint } from '../../../shared/contracts/delivery/pickupPoints';
import { type RouteView } from '../../../shared/contracts/delivery/routes';
import { type StopView } from '../../../shared/contracts/delivery/stopViews';
import {
  type CityId,
  type ConsolidationId,
  type FacilityId,
  type OrderId,
} from '../../../shared/contracts/ids';
import { timeOfNextDay } from '../testTime';
import { type Stage } from './stage';

/** A city of its own with one short selling window: what happens in it disturbs nobody else. */
export type Town = {
  readonly name: string;
  readonly cityId: CityId;
  readonly points: readonly ManagedPickupPoint[];
  readonly leaders: readonly Leader[];
  /** Absent: nothing is driven here. */
  readonly courier: Courier | undefined;
  readonly warehouse: FacilityId;
  readonly cycle: Cycle;
  readonly offers: Offers;
};

export type TownPlan = {
  /** In English; the Chinese name is the same. */
  readonly name: string;
  readonly points: number;
  /** The demo's leaders from this number on run the points, one each. */
  readonly firstLeader: number;
  /** The demo's courier of this number, from 1 on, drives here. */
  readonly courier?: number;
  /** What the operator decides for this city. */
  readonly rules?: Partial<CityRules>;
};

/** Each town begins its day at this hour, puts its offers up, and sells until noon. */
const dawn = 6;
const leadMs = 60 * minuteMs;
const presaleMs = 5 * leadMs;
/** After cutoff, when payments begun in time have ended. */
const settledMs = 15 * minuteMs;
/** What comes by itself may take so long on a busy machine. */
const patience = { seconds: 120 };
const centre = { lng: 120.17, lat: 30.26 };

export const leaderPhone = (number: number): string => `138000100${String(number).padStart(2, '0')}`;
/** The first courier has the number that the start prints. */
export const courierPhone = (number: number): string =>
  number === 1 ? '13800000003' : `138000200${String(number).padStart(2, '0')}`;
export const { code, operator: operatorSignIn, shopperPhone } = people;

/** Somebody of the demo, signed in to the public API. */
export async function signedIn<P extends Shopper | Courier>(person: P, phone: string): Promise<P> {
  await person.signInWithPhone(phone, code);
  return person;
}

/** A neighbour for each of these numbers, signed in. */
export async function neighbours<const N extends readonly number[]>(connection: Connection, numbers: N) {
  const people = numbers.map((at) => signedIn(new Shopper(connection), shopperPhone(at)));
  // As many as there are numbers.
  return (await Promise.all(people)) as { readonly [K in keyof N]: Shopper };
}

/** On a new day, opens a city with its warehouse, points, leaders, courier and offers; returns when its window is open. */
export async function openTown({ market, time }: Stage, plan: TownPlan): Promise<Town> {
  const { operator, skus } = market;
  await time.comesTo(timeOfNextDay(time.now(), dawn));
  const { catalog, delivery } = operator.api;
  const name = { zh: plan.name, en: plan.name };
  const { cityId } = await catalog.openCity({
    body: { name, timeZone: 'Asia/Shanghai', centre },
    idempotencyKey: newKey(),
  });
  const params = { cityId };
  if (plan.rules) {
    const { version } = await catalog.readCityRules({ params });
    const body = { version, rules: plan.rules };
    await catalog.changeCityRules({ params, body, idempotencyKey: newKey() });
  }
  const { facilityId } = await delivery.createFacility({
    body: { cityId, kind: 'central', name, address: `${plan.name} 1`, position: centre },
    idempotencyKey: newKey(),
  });
  const numbers = Array.from({ length: plan.points }, (_, at) => at);
  const points = await Promise.all(numbers.map((at) => openPoint(operator, cityId, plan.name, at)));
  const leaders = await Promise.all(
    points.map((point, at) => appoint(operator, point, leaderPhone(plan.firstLeader + at))),
  );
  const courier =
    plan.courier === undefined ? undefined : await engage(operator, cityId, courierPhone(plan.courier));
  const opensAt = later(time.now(), leadMs);
  const cutoffAt = later(opensAt, presaleMs);
  const cycle = await catalog.scheduleCycle({
    body: {
      cityId,
      opensAt: opensAt.toISOString(),
      cutoffAt: cutoffAt.toISOString(),
      // On the same day: then it is the pickup day when the goods come.
      pickupDate: cityDay(cutoffAt),
    },
    idempotencyKey: newKey(),
  });
  const offers = await offerAll(operator, cycle, skus);
  const [first] = points;
  if (!first) throw new Error('a town needs a pickup point');
  await time.comesTo(opensAt);
  await waitFor('the opening of the cycle', async () => {
    const { cycle: open } = await catalog.readCurrentCycle({ query: { pickupPointId: first.pickupPointId } });
    return open;
  });
  return { name: plan.name, cityId, points, leaders, courier, warehouse: facilityId, cycle, offers };
}

/** The day in the town at a moment; its clock is eight hours ahead of UTC. */
const cityDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const openPoint = (
  operator: Operator,
  cityId: CityId,
  town: string,
  at: number,
): Promise<ManagedPickupPoint> => {
  const name = `${town} ${['North', 'East', 'South', 'West'][at] ?? at}`;
  return operator.api.delivery.createPickupPoint({
    body: {
      cityId,
      name: { zh: name, en: name },
      address: `${name} 8`,
      position: { lng: centre.lng + 0.003 * (at + 1), lat: centre.lat + 0.002 * (at + 1) },
      openingHours: [allDay],
      coldStorage: true,
      capacityPerDay: 100,
    },
    idempotencyKey: newKey(),
  });
};

/** The leader gets the point, and gives up the one that the demo data gave them. */
async function appoint(operator: Operator, point: ManagedPickupPoint, phone: string): Promise<Leader> {
  const leader = await signedIn(new Leader(operator.connection), phone);
  const { pickupPoints } = await leader.api.delivery.listMyPickupPoints();
  for (const { pickupPointId, version } of pickupPoints)
    await operator.api.delivery.assignLeader({
      params: { pickupPointId },
      body: { version, accountId: null },
      idempotencyKey: newKey(),
    });
  await assignLeader(operator, point, leader.accountId);
  return leader;
}

async function engage(operator: Operator, cityId: CityId, phone: string): Promise<Courier> {
  const courier = await signedIn(new Courier(operator.connection), phone);
  await engageCourier(operator, cityId, { accountId: courier.accountId, displayName: courier.name });
  return courier;
}

/** Who drives in a town. */
export function courierOf({ name, courier }: Pick<Town, 'name' | 'courier'>): Courier {
  if (!courier) throw new Error(`${name} has no courier`);
  return courier;
}

/** What somebody wants, by the goods' names. */
export const cartOf = ({ offers }: Pick<Town, 'offers'>, wanted: Partial<Record<GoodName, number>>): Cart =>
  (Object.keys(wanted) as GoodName[]).map((name) => ({ offerId: offers[name], quantity: wanted[name] ?? 0 }));

/** A neighbour orders at one of the town's points, and pays by card. */
export async function orderPaid(
  town: Town,
  point: number,
  shopper: Shopper,
  wanted: Partial<Record<GoodName, number>>,
): Promise<OrderId> {
  const { pickupPointId } = pointOf(town, point);
  const place = { cycleId: town.cycle.cycleId, pickupPointId };
  const { orderId } = await shopper.order(place, cartOf(town, wanted));
  await shopper.pay(orderId, 'card');
  return orderId;
}

export function pointOf({ points }: Pick<Town, 'points'>, at: number): ManagedPickupPoint {
  const point = points[at];
  if (!point) throw new Error(`the town has no point ${at}`);
  return point;
}

/** It is past the town's cutoff, and everything in flight has come to its end. */
export const cutoffPasses = ({ time }: Pick<Stage, 'time'>, { cycle }: Town): Promise<void> =>
  time.comesTo(later(cycle.cutoffAt, settledMs));

/** The town's cutoff, and its consolidation. */
export async function consolidated(stage: Stage, town: Town): Promise<ConsolidationId> {
  await cutoffPasses(stage, town);
  const { operator } = stage.market;
  return waitFor('the consolidation', () => operator.close(town.cycle.cycleId), patience);
}

/** Weighs what is sold by weight (as the label says) and plans the town's one route. */
export async function planned(stage: Stage, town: Town): Promise<RouteView> {
  const { operator } = stage.market;
  const courier = courierOf(town);
  const consolidationId = await consolidated(stage, town);
  const tasks = await operator.weighingTasks(consolidationId);
  if (tasks.length > 0)
    await operator.recordWeights(
      consolidationId,
      tasks.map(({ orderId, lineId, nominalGrams }) => ({ orderId, lineId, grams: nominalGrams })),
    );
  await operator.planRoutes(consolidationId, town.warehouse, [courier.accountId]);
  return waitFor('the route', () => courier.route(consolidationId), patience);
}

/** The courier loads everything, drives, and puts it down at all points. */
export async function bringAll(town: Town, route: RouteView): Promise<StopView[]> {
  const courier = courierOf(town);
  const { stops } = await courier.loadAndDepart(route);
  const handedOver: StopView[] = [];
  for (const stop of stops) handedOver.push(await courier.deliver(stop));
  return handedOver;
}

/** The courier brings everything and the leaders find it complete: all orders become ready. */
export async function delivered(stage: Stage, town: Town): Promise<void> {
  const stops = await bringAll(town, await planned(stage, town));
  for (const stop of stops) {
    const at = town.points.findIndex(({ pickupPointId }) => pickupPointId === stop.pickupPoint.pickupPointId);
    await town.leaders[at]?.confirm(stop);
  }
}

/** Waits until the order has a status. */
export const becomes = (shopper: Shopper, orderId: OrderId, status: string): Promise<true> =>
  waitFor(
    `${orderId} being ${status}`,
    async () => ((await shopper.look(orderId)).status === status ? true : undefined),
    patience,
  );
