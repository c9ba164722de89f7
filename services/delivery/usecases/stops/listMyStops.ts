import { type Page } from '#shared/contracts/common';
import { type AccountId, type PickupPointId } from '#shared/contracts/ids';
import { notFound } from '#shared/kit/domainError';
import { cityDateOf, daysAfter } from '../../domain/cityTime';
import { isAhead } from '../../domain/route';
import { pageByCount, type PageWish } from '#shared/kit/mongo/pages';
import { type DeliveryDeps } from '../deps';
import { type SeenStop, seeStops } from '../routes/seeRoute';

type Asked = PageWish & {
  readonly pickupPointId?: PickupPointId | undefined;
  readonly pickupDate?: string | undefined;
};
/** What was not received is shown for this many days, and what comes for one ahead. */
const daysBack = 3;

/** Deliveries to the pickup points of this leader: of a day, or today's with what is still open around it. */
export async function listMyStops(
  deps: DeliveryDeps,
  leader: AccountId,
  { pickupPointId, pickupDate, ...asked }: Asked,
): Promise<Page<SeenStop>> {
  const { store, now, cityOf } = deps;
  const led = await store.points.ledBy(leader);
  const points = led.filter(({ _id }) => pickupPointId === undefined || _id === pickupPointId);
  const [first] = points;
  if (!first) {
    if (pickupPointId !== undefined) throw notFound();
    return { items: [] };
  }
  const ids = new Set(points.map(({ _id }) => _id));
  const today = cityDateOf(now(), (await cityOf(first.cityId)).timeZone);
  const dates =
    pickupDate === undefined
      ? { from: daysAfter(today, -daysBack), to: daysAfter(today, 1) }
      : { from: pickupDate, to: pickupDate };
  const routes = await store.routes.atPoints([...ids], dates);
  const theirs = routes.flatMap((stored) =>
    stored.route.stops.filter((stop) => ids.has(stop.pickupPointId)).map((stop) => ({ stored, stop })),
  );
  const received = new Set(
    (await store.receipts.findMany(theirs.map(({ stop }) => stop.stopId))).map(({ _id }) => _id),
  );
  const wanted = theirs.filter(
    ({ stored, stop }) =>
      pickupDate !== undefined ||
      stored.route.pickupDate === today ||
      isAhead(stop) ||
      (stop.status === 'handed_over' && !received.has(stop.stopId)),
  );
  return pageByCount(asked, async (skip, limit) => {
    const page = wanted.slice(skip, skip + limit);
    return (await Promise.all(page.map(({ stored, stop }) => seeStops(deps, stored, [stop])))).flat();
  });
}
