import { setTimeout as pause } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { type RoutePlanView } from '#shared/contracts/delivery/planning';
import { type RouteCard, type RouteView } from '#shared/contracts/delivery/routes';
import { type AccountId, type ConsolidationId } from '#shared/contracts/ids';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { DomainError } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { demoPeople } from '../../identity/demo/people';
import { type Ago, drive, type Progress } from './drive';
import { handOutSome } from './handOut';
import { demoPoint } from './shopping';
import { type Visitor, type Visitors } from './visitors';

const minuteMs = 60_000;
const centralWarehouse = 'fac_central';
const shownCourier = 'acc_courier01' as AccountId;
const leadersPoint = demoPoint(1);
/** The whole morning takes so long, or less when the goods were not there so early. */
const morningMinutes = 80;

type Morning = { readonly visitors: Visitors; readonly now: Date; readonly log: Log };

/**
 * What is collected today gets on its way, unless an operator has planned it: routes, one finished, one with the demo's courier
 * under way, goods at the demo's leader, and the first neighbours with their codes. Through the public API, as everybody does it.
 */
export async function liveMorning({ visitors, now, log }: Morning): Promise<void> {
  const operator = await visitors.operator();
  const consolidation = await toBring(operator, now);
  if (!consolidation) return;
  const plan = await planned(operator, consolidation, now);
  if (!plan) return;
  const ago = agoOf(now, consolidation);
  const [leader] = demoPeople().filter(({ roles }) => roles.includes('leader'));
  const routes = await withShownCourier(operator, plan.routes);
  if (leader && routes[0]) await lookAfterSecond(operator, leader._id, routes[0]);
  for (const [index, { routeId }] of routes.entries()) {
    const view = await operator.delivery.getRoute({ params: { routeId } });
    const progress = progressOf(index, view.stops.length);
    if (!progress) continue;
    await weigh(operator, consolidation.consolidationId, view);
    await drive(visitors, view, progress, ago).catch(telling(log));
  }
  if (leader)
    await handOutSome(visitors, {
      pickupPointId: leadersPoint,
      leaderPhone: leader.phone,
      people: demoPeople(),
      ago,
      oneOf: 3,
    });
}

/** A whole day, as days are that are over: every route finished, everything counted, and everybody came to these points. */
export async function liveWholeDay(
  { visitors, now, log }: Morning,
  points: readonly number[],
): Promise<void> {
  const operator = await visitors.operator();
  const consolidation = await toBring(operator, now);
  if (!consolidation) return;
  const plan = await planned(operator, consolidation, now);
  if (!plan) return;
  const ago = agoOf(now, consolidation);
  for (const { routeId } of plan.routes) {
    const view = await operator.delivery.getRoute({ params: { routeId } });
    const { length } = view.stops;
    await weigh(operator, consolidation.consolidationId, view);
    await drive(visitors, view, { handedOver: length, counted: length }, ago).catch(telling(log));
  }
  const leaders = demoPeople().filter(({ roles }) => roles.includes('leader'));
  for (const point of points) {
    const leader = leaders[point - 1];
    if (!leader) continue;
    const pickupPointId = demoPoint(point);
    await handOutSome(visitors, {
      ...{ pickupPointId, leaderPhone: leader.phone, people: demoPeople(), ago, oneOf: 1 },
    });
  }
}

/** The first route is the one of the demo's courier; the last one waits to be loaded. */
const progressOf = (index: number, stops: number): Progress | undefined =>
  [
    { handedOver: 2, counted: 1 },
    { handedOver: stops, counted: stops, short: true },
    { handedOver: 1, counted: 1, warm: true },
  ][index];

const telling = (log: Log) => (error: unknown) => {
  if (!(error instanceof DomainError)) throw error;
  log.info({ err: error }, 'a courier of the demo could not go on');
};

/** The consolidation of today's pickup, once there is one. */
async function toBring({ catalog, orders }: Visitor, now: Date): Promise<ConsolidationView | undefined> {
  const [city] = (await catalog.listCities({ query: { limit: '1' } })).items;
  if (!city) return undefined;
  const today = format(new TZDate(now, city.timeZone), 'yyyy-MM-dd');
  const { items } = await orders.listConsolidations({ query: { cityId: city.cityId } });
  return items.find(
    ({ pickupDate, supersededBy, orders: count }) =>
      pickupDate === today && supersededBy === undefined && count > 0,
  );
}

/** Minutes of the morning before now, closer together when the goods were frozen only a short while ago. */
function agoOf(now: Date, { frozenAt }: ConsolidationView): Ago {
  const there = (now.getTime() - Date.parse(frozenAt)) / minuteMs;
  const pace = Math.min(1, there / (morningMinutes + 5));
  return (minutes) => new Date(now.getTime() - minutes * pace * minuteMs).toISOString();
}

/** Plans the routes as soon as delivery knows what to bring; nothing when somebody planned already. */
async function planned(
  { delivery }: Visitor,
  consolidation: ConsolidationView,
  now: Date,
): Promise<RoutePlanView | undefined> {
  const { consolidationId } = consolidation;
  for (let tries = 0; tries < 100; tries += 1) {
    const { items } = await delivery.listRoutePlans({ query: { cityId: consolidation.cityId } });
    const plan = items.find((one) => one.consolidationId === consolidationId);
    if (plan?.status === 'planned') return undefined;
    if (plan?.status === 'to_plan') {
      const { facilityId } = (await delivery.listFacilities({ query: { cityId: plan.cityId } })).items.find(
        (one) => one.facilityId === centralWarehouse,
      ) ?? { facilityId: undefined };
      if (facilityId === undefined) return undefined;
      return delivery.planRoutes({
        idempotencyKey: `demo-plan-${consolidationId}`,
        body: { consolidationId, facilityId, departAt: agoOf(now, consolidation)(60) },
      });
    }
    await pause(100);
  }
  return undefined;
}

/** Routes with the leader's point first; it goes to the courier whom the demo signs in as, and is that route's first stop. */
async function withShownCourier(
  { delivery }: Visitor,
  cards: readonly RouteCard[],
): Promise<readonly RouteCard[]> {
  const views = await Promise.all(cards.map(({ routeId }) => delivery.getRoute({ params: { routeId } })));
  const isShown = ({ stops }: (typeof views)[number]) =>
    stops.some(({ pickupPoint }) => pickupPoint.pickupPointId === leadersPoint);
  const shown = views.find(isShown);
  if (!shown) return cards;
  const usual = views.find(({ route }) => route.courier.accountId === shownCourier);
  const change = async ({ routeId, version }: RouteCard, courierAccountId: AccountId) =>
    (await delivery.reassignRoute({ params: { routeId }, body: { version, courierAccountId } })).route;
  let first = shown.route;
  if (usual !== shown) {
    if (usual) await change(usual.route, first.courier.accountId);
    first = await change(first, shownCourier);
  }
  const stopIds = [...shown.stops]
    .sort((a, b) => Number(isLeaders(b.pickupPoint)) - Number(isLeaders(a.pickupPoint)))
    .map(({ stopId }) => stopId);
  await delivery.reorderStops({
    params: { routeId: first.routeId },
    body: { version: first.version, stopIds },
  });
  return [first, ...cards.filter(({ routeId }) => routeId !== first.routeId)];
}

/**
 * The demo's leader also looks after the second stop of the shown route, for a neighbour who is away: there, what came is still to
 * be counted, while at the own point it is handed out.
 */
async function lookAfterSecond(
  { delivery }: Visitor,
  accountId: AccountId,
  { routeId, cityId }: RouteCard,
): Promise<void> {
  const { stops } = await delivery.getRoute({ params: { routeId } });
  const second = stops[1]?.pickupPoint;
  if (!second) return;
  const { items } = await delivery.listManagedPickupPoints({ query: { cityId, limit: '100' } });
  if (items.filter(({ leaderAccountId }) => leaderAccountId === accountId).length > 1) return;
  const point = items.find(({ pickupPointId }) => pickupPointId === second.pickupPointId);
  if (!point) return;
  const { pickupPointId, version } = point;
  await delivery.assignLeader({ params: { pickupPointId }, body: { version, accountId } });
}

const isLeaders = ({ pickupPointId }: { pickupPointId: string }) => pickupPointId === leadersPoint;

/** Weighs what is sold by weight and goes with a route: a little more or less than it should be. */
async function weigh(
  { orders }: Visitor,
  consolidationId: ConsolidationId,
  { stops }: RouteView,
): Promise<void> {
  const points = new Set(stops.map(({ pickupPoint }) => pickupPoint.pickupPointId));
  const params = { consolidationId };
  const { items } = await orders.listWeighingTasks({ params, query: { limit: '100' } });
  const weights = items
    .filter(({ pickupPointId }) => points.has(pickupPointId))
    .map(({ orderId, lineId, nominalGrams }, at) => ({
      orderId,
      lineId,
      grams: Math.round(nominalGrams * (0.96 + (at % 8) / 100)),
    }));
  if (weights.length > 0) await orders.recordWeights({ params, body: { weights } });
}
