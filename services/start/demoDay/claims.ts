import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LineId, type OrderId, type PhotoId, type PickupPointId } from '#shared/contracts/ids';
import { type ClaimPhotoSource } from '#shared/contracts/orders/claimViews';
import { demoPeople } from '../../identity/demo/people';
import { type Visitor, type Visitors } from './visitors';

const pictures = join(__dirname, '../../catalog/demo/pictures');
const tries = 50;
const pauseMs = 100;

type Said = {
  readonly cause: 'spoiled' | 'wrong';
  readonly percent: number;
  readonly picture: string;
  readonly source: ClaimPhotoSource;
  readonly note: string;
};

/** The first is paid at once; the second shows the same photo again, the third one that was not taken in the app: they wait. */
const claims: readonly Said[] = [
  { cause: 'spoiled', percent: 20, picture: 'pak-choi.webp', source: 'camera', note: '叶子黄了几片' },
  { cause: 'spoiled', percent: 50, picture: 'pak-choi.webp', source: 'camera', note: '一半烂了' },
  { cause: 'wrong', percent: 100, picture: 'banana.webp', source: 'file', note: '不是我订的' },
];

type Collected = { readonly orderId: OrderId; readonly lineId: LineId; readonly phone: string };

/** Neighbours who collected this morning claim: one is paid at once, two wait for the operator. */
export async function someClaim(visitors: Visitors, pickupPointId: PickupPointId): Promise<void> {
  const collected = await collectedAt(visitors, pickupPointId);
  for (const [index, said] of claims.entries()) {
    const one = collected[index];
    if (one) await claim(await visitors.withPhone(one.phone), one, said, index);
  }
}

async function claim(
  shopper: Visitor,
  { orderId, lineId }: Collected,
  { cause, percent, note, picture, source }: Said,
  index: number,
): Promise<void> {
  const { dayNumber } = await shopper.orders.getClaimTerms({ params: { orderId } });
  const asked = source === 'camera' ? `source=camera&dayNumber=${dayNumber}` : 'source=file';
  const photoId = await takePhoto(shopper, { orderId, asked, picture });
  await shopper.orders.openClaim({
    idempotencyKey: `demo-claim-${orderId}-${index}`,
    params: { orderId },
    body: { lineId, cause, share: { kind: 'percent', percent }, photoIds: [photoId], note },
  });
}

/** A line of each order that was collected there, but not the demo’s own shopper’s. News of it comes order by order. */
async function collectedAt(visitors: Visitors, pickupPointId: PickupPointId): Promise<Collected[]> {
  const { orders, catalog } = await visitors.operator();
  const people = demoPeople().slice(1);
  const [city] = (await catalog.listCities({ query: { limit: '1' } })).items;
  if (!city) return [];
  const { items: consolidations } = await orders.listConsolidations({ query: { cityId: city.cityId } });
  const [newest] = consolidations;
  if (!newest) return [];
  const { cycleId } = newest;
  let found: Collected[] = [];
  for (let n = 0; n < tries && found.length < claims.length; n += 1) {
    if (n > 0) await pause(pauseMs);
    const query = { cycleId, pickupPointId, status: 'collected', limit: '100' } as const;
    const { items } = await orders.searchOrders({ query });
    found = items.flatMap(({ orderId, accountId, lines: [line] }) => {
      const person = people.find(({ _id }) => _id === accountId);
      return person && line ? [{ orderId, lineId: line.lineId, phone: person.phone }] : [];
    });
  }
  return found;
}

async function takePhoto(
  { baseUrl, token = '' }: Visitor,
  {
    orderId,
    asked,
    picture,
  }: { readonly orderId: OrderId; readonly asked: string; readonly picture: string },
): Promise<PhotoId> {
  const form = new FormData();
  const bytes = new Uint8Array(await readFile(join(pictures, picture)));
  form.set('file', new Blob([bytes], { type: 'image/webp' }), 'photo.webp');
  const reply = await fetch(`${baseUrl}/orders/${orderId}/claim-photos?${asked}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  const { photoId } = (await reply.json()) as { photoId?: PhotoId };
  if (photoId === undefined) throw new Error(`the photo of a claim was not taken: ${reply.status}`);
  return photoId;
}
