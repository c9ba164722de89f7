import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type PhotoId } from '#shared/contracts/ids';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { demoPeople } from '../../identity/demo/people';
import { type Visitor, type Visitors } from './visitors';

const celsiusOf = (maxCelsius: number) => (maxCelsius < 0 ? -18.5 : 3.5);
/** The cooling has failed. */
const warmCelsius = 11.4;
const pictures = join(__dirname, '../../catalog/demo/pictures');

/** How far a route of the demo has come. */
export type Progress = {
  /** Stops that were handed over; all of them: the route is finished. */
  readonly handedOver: number;
  /** Of these, so many were counted by their leaders. */
  readonly counted: number;
  /** A unit is missing at the first stop. */
  readonly short?: boolean;
  /** At the next stop the courier waits with crates that are too warm, for an operator to decide about. */
  readonly warm?: boolean;
};

/** An instant so many minutes back, never before the goods were there. */
export type Ago = (minutes: number) => string;

const beforeDeparture = 75;
const departed = 60;
const perStop = 12;

/** Drives a route as far as wanted, through the courier's and the leaders' own actions, each at the moment when it happened. */
export async function drive(
  visitors: Visitors,
  { route: { routeId, courier }, stops }: RouteView,
  { handedOver, counted, short = false, warm = false }: Progress,
  ago: Ago,
): Promise<void> {
  const { delivery } = await visitors.withPhone(phoneOf(courier.accountId));
  const params = { routeId };
  const crateIds = stops.flatMap(({ crates }) => crates.map(({ crateId }) => crateId));
  await delivery.loadCrates({ params, body: { crateIds, at: ago(beforeDeparture) } });
  await delivery.departRoute({ params, body: { missing: [], at: ago(departed) } });
  for (const [index, stop] of stops.slice(0, handedOver).entries()) {
    const arrived = departed - (index + 1) * perStop;
    await deliver(delivery, stop, [ago(arrived), ago(arrived - 3)]);
    if (index < counted) await count(visitors, stop, { short: short && index === 0, at: ago(arrived - 6) });
  }
  if (handedOver >= stops.length) {
    await delivery.finishRoute({ params, body: { at: ago(1) } });
    return;
  }
  const [from, to] = [stops[handedOver - 1], stops[handedOver]];
  if (!from || !to) return;
  if (warm) {
    await comeWarm(delivery, to, [ago(6), ago(4)]);
    return;
  }
  const [a, b] = [from.pickupPoint.position, to.pickupPoint.position];
  const position = { lng: (a.lng + 2 * b.lng) / 3, lat: (a.lat + 2 * b.lat) / 3 };
  await delivery.reportPosition({ params, body: { position, at: ago(0) } });
}

type Times = readonly [arrivedAt: string, handedOverAt: string];

/** Arrives with cold crates that must not be handed over like this; a stop without any waits to be handed over. */
async function comeWarm(
  delivery: Visitor['delivery'],
  { stopId, crates, pickupPoint }: StopView,
  [arrivedAt, at]: Times,
): Promise<void> {
  const params = { stopId };
  await delivery.arriveAtStop({ params, body: { position: pickupPoint.position, at: arrivedAt } });
  if (crates.every(({ maxCelsius }) => maxCelsius === undefined)) return;
  const counts = crates.map(({ crateId, units, maxCelsius }) => ({
    ...{ crateId, units },
    ...(maxCelsius === undefined ? {} : { celsius: warmCelsius }),
  }));
  await delivery.handOverStop({ params, body: { crates: counts, at } }).catch((error: unknown) => {
    if (!isRefusal(error, 'CRATE_TOO_WARM')) throw error;
  });
}

async function deliver(
  delivery: Visitor['delivery'],
  { stopId, crates, pickupPoint }: StopView,
  [arrivedAt, handedOverAt]: Times,
): Promise<void> {
  const params = { stopId };
  await delivery.arriveAtStop({ params, body: { position: pickupPoint.position, at: arrivedAt } });
  const counts = crates.map(({ crateId, units, maxCelsius }) => ({
    crateId,
    units,
    ...(maxCelsius === undefined ? {} : { celsius: celsiusOf(maxCelsius) }),
  }));
  await delivery.handOverStop({ params, body: { crates: counts, at: handedOverAt } });
}

async function count(
  visitors: Visitors,
  { stopId, crates, pickupPoint: { leaderPhone } }: StopView,
  { short, at }: { short: boolean; at: string },
): Promise<void> {
  if (leaderPhone === undefined) return;
  const leader = await visitors.withPhone(leaderPhone);
  const [crate] = crates;
  const [item] = crate?.items ?? [];
  const differences =
    short && crate && item
      ? [
          {
            crateId: crate.crateId,
            skuId: item.skuId,
            received: item.units - 1,
            heldBy: 'facility' as const,
            note: '箱子封条破了，少了一份',
            photoId: await takePhoto(leader),
          },
        ]
      : [];
  await leader.delivery.confirmReceipt({ params: { stopId }, body: { differences, at } });
}

async function takePhoto({ baseUrl, token = '' }: Visitor): Promise<PhotoId> {
  const form = new FormData();
  const picture = new Uint8Array(await readFile(join(pictures, 'pak-choi.webp')));
  form.set('file', new Blob([picture], { type: 'image/webp' }), 'photo.webp');
  const reply = await fetch(`${baseUrl}/delivery-photos`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  const { photoId } = (await reply.json()) as { photoId?: PhotoId };
  if (photoId === undefined) throw new Error(`the photo of the demo was not taken: ${reply.status}`);
  return photoId;
}

/** @throws when nobody of the demo has this account */
function phoneOf(accountId: string): string {
  const person = demoPeople().find(({ _id }) => _id === accountId);
  if (!person) throw new Error(`${accountId} is nobody of the demo`);
  return person.phone;
}
