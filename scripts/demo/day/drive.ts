import { type StopView } from '../../../shared/contracts/delivery/stopViews';
import { type Position } from '../../../shared/contracts/common';
import { type ConsolidationId } from '../../../shared/contracts/ids';
import { waitFor } from '../actors/waiting';
import { count } from '../narrator';
import { type Trip } from './night';
import { type Point } from './point';
import { type Stage } from './stage';

const reportsPerLeg = 4;

/** The couriers load, leave, and visit their stops; the leaders count what comes. */
export async function deliver(
  stage: Stage,
  trips: readonly Trip[],
  consolidationId: ConsolidationId,
): Promise<void> {
  for (const trip of trips) await makeTrip(stage, trip);
  const stops = trips.reduce((sum, { route }) => sum + route.stops.length, 0);
  stage.narrator.say(`All ${count(stops, 'stop')} of ${consolidationId} are done.`);
}

async function makeTrip(stage: Stage, { courier, route: planned }: Trip): Promise<void> {
  const { narrator, pace } = stage;
  const { routeId } = planned.route;
  const { route, stops } = await courier.loadAndDepart(planned);
  narrator.say(
    `${courier.name} loads ${count(route.crates.loaded, 'crate')} and leaves ${route.facility.name.en}.`,
  );
  let from: Position = route.facility.position;
  for (const stop of [...stops].sort((a, b) => a.sequence - b.sequence)) {
    const to = stop.pickupPoint.position;
    const watcher = await watch(stage, stop);
    await courier.drive(routeId, from, to, { reports: reportsPerLeg, everyMs: pace.driveEveryMs });
    await watcher?.tell();
    const handedOver = await courier.deliver(stop);
    await receive(stage, handedOver, courier);
    from = to;
  }
  await courier.finish(routeId);
  courier.putPhoneAway();
  narrator.say(`${courier.name} has finished the route.`);
}

/** A neighbour with an order at this stop looks at the phone while the courier comes. */
async function watch({ narrator, record }: Stage, stop: StopView) {
  const mine = record.orders.find(
    ({ point, ends }) => point.pickupPointId === stop.pickupPoint.pickupPointId && ends === 'collected',
  );
  if (!mine) return undefined;
  const { orderId, shopper, point } = mine;
  const { live } = shopper;
  const snapshot = await live.follow({ kind: 'order', orderId });
  const route = snapshot.kind === 'order' ? snapshot.route : undefined;
  const eta = route?.stops.find(({ stopId }) => stopId === stop.stopId)?.eta;
  return {
    async tell(): Promise<void> {
      const { position } = await live.hears('courier_moved', () => true);
      const moves = live.heard.courier_moved.length;
      narrator.say(
        `${shopper.name} at ${point.name} watches the courier come: ${count(moves, 'position')}, now at ${position.lng.toFixed(4)}, ${position.lat.toFixed(4)}${eta === undefined ? '' : `; expected ${eta.slice(11, 16)} UTC`}.`,
      );
      shopper.putPhoneAway();
    },
  };
}

/** The leader counts. At the second point two bags of greens are missing. */
async function receive(stage: Stage, stop: StopView, courier: Trip['courier']): Promise<void> {
  const { narrator, points } = stage;
  const point = points.find(({ pickupPointId }) => pickupPointId === stop.pickupPoint.pickupPointId);
  if (!point) throw new Error(`${stop.stopId} is at no point of today`);
  if (point === points[1]) return receiveShort(stage, { stop, point, courier });
  await point.leader.confirm(stop);
  narrator.say(
    `${point.name}: ${count(stop.crates.length, 'crate')} handed over; ${point.leader.name} counts them: complete.`,
  );
}

const missingUnits = 2;

async function receiveShort(
  { narrator }: Stage,
  { stop, point, courier }: { stop: StopView; point: Point; courier: Trip['courier'] },
): Promise<void> {
  const crate = stop.crates.find(({ items }) => items.some(({ units }) => units > missingUnits));
  const item = crate?.items.find(({ units }) => units > missingUnits);
  if (!crate || !item) throw new Error('no crate holds enough to miss something');
  const missing = { crateId: crate.crateId, skuId: item.skuId, packed: item.units, units: missingUnits };
  const received = await point.leader.reportMissing(stop, missing);
  const [discrepancy] = received.receipt?.discrepancies ?? [];
  if (!discrepancy) throw new Error('the discrepancy is not there');
  narrator.say(
    `${point.name}: ${point.leader.name} counts ${discrepancy.received} of ${discrepancy.expected} ${item.title.en} in crate ${crate.label}, takes a photo and reports it.`,
  );
  const known = await waitFor('the discrepancy at the courier', async () => {
    const { items } = await courier.api.delivery.listDiscrepancies();
    return items.find(({ discrepancyId }) => discrepancyId === discrepancy.discrepancyId);
  });
  await courier.agree(known.discrepancyId);
  narrator.say(
    `${courier.name} agrees. The shortage is shared out by the published rule, and its lines refunded.`,
  );
}
