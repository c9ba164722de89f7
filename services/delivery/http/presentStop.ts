import { type CrateView, type DiscrepancyView, type StopView } from '#shared/contracts/delivery/stopViews';
import {
  type FailedStop,
  type Resolution,
  type RouteCrate,
  type Stop,
  type WarmCrate,
} from '../domain/route';
import { maxCelsiusOf } from '../domain/warmCrates';
import {
  type LoadDoc,
  type PickupPointDoc,
  type ReceiptDoc,
  type StoredDiscrepancy,
} from '../storage/documents';
import { positionOf } from '../storage/pickupPoints';
import { type SeenStop, type StopLimits } from '../usecases/routes/seeRoute';

/** One stop with what its crates hold: of a stop whose point or load is not known, what the route itself knows. */
export function presentStop({ route, stop, eta, limits, point, load, receipt }: SeenStop): StopView {
  return {
    stopId: stop.stopId,
    routeId: route.routeId,
    cityId: route.cityId,
    consolidationId: route.consolidationId,
    pickupDate: route.pickupDate,
    sequence: route.stops.indexOf(stop) + 1,
    status: stop.status,
    pickupPoint: pickupPointOf(stop, point),
    orders: stop.orders,
    courierAccountId: route.courier.accountId,
    courierName: route.courier.displayName,
    crates: stop.crates.map((crate) => crateView(crate, load, limits)),
    ...(eta ? { eta: eta.toISOString() } : {}),
    arrivalMetres: limits.arrivalMetres,
    ...timesOf(stop),
    ...(receipt ? { receipt: receiptView(receipt) } : {}),
  };
}

function pickupPointOf(stop: Stop, point: PickupPointDoc | undefined): StopView['pickupPoint'] {
  const unnamed = { zh: stop.pickupPointId, en: stop.pickupPointId };
  return {
    pickupPointId: stop.pickupPointId,
    name: point?.name ?? unnamed,
    address: point?.address ?? '',
    position: point ? positionOf(point) : stop.position,
    openingHours: [...(point?.openingHours ?? [])],
    ...(point?.leader ? { leaderName: point.leader.displayName } : {}),
    ...(point?.leader?.phone === undefined ? {} : { leaderPhone: point.leader.phone }),
  };
}

type TimeOfStop = 'arrivedAt' | 'arrivalDoubt' | 'handedOverAt' | 'failure' | 'resolution';

const arrivalOf = ({ arrivedAt, arrivalDoubt }: Pick<FailedStop, 'arrivedAt' | 'arrivalDoubt'>) => ({
  ...(arrivedAt ? { arrivedAt: arrivedAt.toISOString() } : {}),
  ...(arrivalDoubt ? { arrivalDoubt } : {}),
});

function timesOf(stop: Stop): Pick<StopView, TimeOfStop> {
  switch (stop.status) {
    case 'pending':
      return {};
    case 'arrived':
      return arrivalOf(stop);
    case 'handed_over':
      return { ...arrivalOf(stop), handedOverAt: stop.handedOverAt.toISOString() };
    case 'failed':
      return {
        ...arrivalOf(stop),
        failure: { ...stop.failure, at: stop.failure.at.toISOString() },
        ...(stop.resolution ? { resolution: resolutionView(stop.resolution) } : {}),
      };
  }
}

function resolutionView(resolution: Resolution): NonNullable<StopView['resolution']> {
  const at = resolution.at.toISOString();
  if (resolution.kind === 'second_try')
    return { kind: 'second_try', stopId: resolution.stopId, routeId: resolution.routeId, at };
  return { kind: 'sent_back', at, ...(resolution.note === undefined ? {} : { note: resolution.note }) };
}

function crateView(crate: RouteCrate, load: LoadDoc | undefined, limits: StopLimits): CrateView {
  const packed = load?.crates.find(({ crateId }) => crateId === crate.crateId);
  const maxCelsius = maxCelsiusOf(crate, packed?.items ?? [], limits);
  return {
    crateId: crate.crateId,
    label: crate.label,
    zone: crate.zone,
    units: crate.units,
    items: [...(packed?.items ?? [])],
    ...(crate.loadedAt ? { loadedAt: crate.loadedAt.toISOString() } : {}),
    ...(crate.missing === undefined ? {} : { missing: crate.missing }),
    ...(maxCelsius === undefined ? {} : { maxCelsius }),
    ...(crate.warm ? { warm: warmView(crate.warm) } : {}),
    ...(crate.handedOver ? { handedOver: crate.handedOver } : {}),
  };
}

const warmView = ({ decision, at, celsius }: WarmCrate): NonNullable<CrateView['warm']> => ({
  celsius,
  at: at.toISOString(),
  ...(decision ? { decision: { ...decision, at: decision.at.toISOString() } } : {}),
});

const receiptView = (receipt: ReceiptDoc): NonNullable<StopView['receipt']> => ({
  receivedAt: receipt.receivedAt.toISOString(),
  received: [...receipt.received],
  discrepancies: receipt.discrepancies.map((discrepancy) =>
    presentDiscrepancy({ ...receipt, discrepancies: discrepancy }),
  ),
});

/** One discrepancy of a receipt. */
export function presentDiscrepancy(
  receipt: Omit<ReceiptDoc, 'discrepancies'> & { readonly discrepancies: StoredDiscrepancy },
): DiscrepancyView {
  const decision = receipt.discrepancies.decisions?.at(-1);
  const { discrepancies: one, _id: stopId, routeId, pickupPointId, receivedAt } = receipt;
  return {
    ...{ stopId, routeId, pickupPointId },
    discrepancyId: one.discrepancyId,
    crateId: one.crateId,
    skuId: one.skuId,
    title: one.title,
    expected: one.expected,
    received: one.received,
    heldBy: one.heldBy,
    note: one.note,
    photoId: one.photoId,
    reportedAt: receivedAt.toISOString(),
    ...(one.answer ? { answer: { ...one.answer, at: one.answer.at.toISOString() } } : {}),
    ...(decision ? { decision: { ...decision, at: decision.at.toISOString() } } : {}),
  };
}
