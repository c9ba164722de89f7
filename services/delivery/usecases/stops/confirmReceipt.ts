import { type StopId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { type AccountCaller } from '#shared/kit/http/caller';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { happenedAt, later } from '../../domain/happenedAt';
import { StopActionNotAllowed } from '../../domain/lifecycle';
import { countReceipt, type Difference } from '../../domain/receipt';
import { type HandedOverStop, type Route } from '../../domain/route';
import { type PickupPointDoc, type ReceiptDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';
import { namesOf } from './visit';

type Asked = { readonly differences: readonly Difference[]; readonly at?: string | undefined };

/**
 * The leader's own count. A receipt is its own document and is written once, with its events: what the courier handed over does
 * not change any more when it is counted. That it was counted is taken to the route by its event.
 */
export async function confirmReceipt(
  deps: DeliveryDeps,
  stopId: StopId,
  caller: AccountCaller,
  { differences, at }: Asked,
): Promise<void> {
  const { store, now } = deps;
  const { route } = found(await store.routes.findByStop(stopId));
  const stop = found(route.stops.find((one) => one.stopId === stopId));
  if (!maySee(caller, await store.points.find(stop.pickupPointId))) throw notFound();
  if (stop.status !== 'handed_over') throw new StopActionNotAllowed('receive', stop.status);
  const load = found(await store.plans.findLoad(stopId));
  const counted = countReceipt(stop, load.crates, differences);
  const receivedAt = later(happenedAt(at, now()), stop.handedOverAt);
  const before = await store.receipts.find(stopId);
  if (!before) await attachPhotos(deps, caller, { route, stop, differences });
  const receipt = receiptOf({ route, stop, caller }, counted, receivedAt);
  const inserted = !before && (await store.receipts.insert({ ...receipt, outbox: eventsOf(receipt, now()) }));
  if (inserted) {
    deps.nudge('receipts', stopId);
    return;
  }
  const there = found(before ?? (await store.receipts.find(stopId)));
  // Told twice is no error; told differently is.
  if (JSON.stringify(there.received) !== JSON.stringify(receipt.received))
    throw new StopActionNotAllowed('receive', 'received');
}

const isOperator = ({ roles }: { readonly roles: readonly Role[] }) => roles.includes('operator');
const maySee = (caller: AccountCaller, point: Pick<PickupPointDoc, 'leader'> | undefined) =>
  isOperator(caller) || point?.leader?.accountId === caller.accountId;

async function attachPhotos(
  { store }: DeliveryDeps,
  caller: AccountCaller,
  { route, stop, differences }: { route: Route; stop: HandedOverStop; differences: readonly Difference[] },
): Promise<void> {
  const shows = {
    stopId: stop.stopId,
    courierAccountId: route.courier.accountId,
    pickupPointId: stop.pickupPointId,
  };
  for (const { photoId } of differences)
    if (photoId !== undefined && !(await store.photos.attach(photoId, caller.accountId, shows)))
      throw new Refused('PHOTO_REQUIRED');
}

type Counted = ReturnType<typeof countReceipt>;
type Received = Omit<ReceiptDoc, 'outbox'>;

function receiptOf(
  { route, stop, caller }: { route: Route; stop: HandedOverStop; caller: AccountCaller },
  { received, differences }: Counted,
  receivedAt: Date,
): Received {
  const { stopId, ...names } = namesOf(route, stop);
  return {
    _id: stopId,
    ...names,
    courierAccountId: route.courier.accountId,
    confirmedBy: caller.accountId,
    receivedAt,
    received,
    discrepancies: differences.map((difference) => ({
      ...difference,
      discrepancyId: derivedId('dis', stopId, difference.crateId, difference.skuId),
    })),
  };
}

function eventsOf(receipt: Received, now: Date) {
  const { _id: stopId, routeId, cityId, consolidationId, pickupPointId } = receipt;
  const names = { stopId, routeId, cityId, consolidationId, pickupPointId };
  return [
    event(
      'delivery.stop_received.v1',
      stopId,
      {
        ...names,
        received: receipt.received.map(({ skuId, units }) => ({ skuId, units })),
        receivedAt: receipt.receivedAt.toISOString(),
      },
      { now },
    ),
    ...receipt.discrepancies.map(({ discrepancyId, skuId, expected, received }) =>
      event(
        'delivery.discrepancy_reported.v1',
        stopId,
        { ...names, discrepancyId, skuId, expected, received },
        { now },
      ),
    ),
  ];
}
