import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { CityId, CycleId } from '#shared/contracts/ids';
import { type eventCatalogue } from '#shared/contracts/events';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { offerContent } from '../domain/offerContent';
import { type Cycle, type Window } from '../domain/range';
import { type Collections } from '../storage/collections';
import { cityStore } from '../storage/cities';
import { cycleStore } from '../storage/cycles';
import { rangeStore } from '../storage/range';
import { compactDay, demoLot, demoOffer } from './offers';
import { demoSkus } from './range';

export const demoCityId = CityId.parse('cit_hangzhou');
const timeZone = 'Asia/Shanghai';
const cutoffHour = 23;

const event = eventFactory<typeof eventCatalogue>();

/**
 * Makes the demo's cycles of yesterday, today and tomorrow (city time) with 400 offers each, unless they are there: one is
 * always open. Each takes orders until 23:00 and opens when the one before closes.
 */
export async function ensureDemoCycles(collections: Collections, now: Date): Promise<void> {
  const today = new TZDate(now, timeZone);
  for (const offset of [-1, 0, 1])
    await ensureCycle(collections, format(addDays(today, offset), 'yyyy-MM-dd'), now);
}

/** How many days before its first start the demo sold something, too: so long that its commission can be withdrawn. */
const earlierDays = 10;

/** For a first start: a cycle of a day that is long over. */
export async function ensureEarlierDemoCycle(collections: Collections, now: Date): Promise<void> {
  if ((await collections.cycles.findOne({})) !== null) return;
  await ensureCycle(collections, format(addDays(new TZDate(now, timeZone), -earlierDays), 'yyyy-MM-dd'), now);
}

async function ensureCycle(collections: Collections, day: string, now: Date): Promise<void> {
  const cycleId = cycleIdOf(day);
  const wanted = demoSkus.length;
  const there = await collections.offers.countDocuments({ cycleId }, { limit: wanted });
  if (there === wanted) return;
  const cycles = cycleStore(collections);
  const city = await cityStore(collections.cities).one(demoCityId);
  const window = windowOf(cycleId, day);
  if (!(await collections.cycles.findOne({ _id: cycleId }))) {
    await cycles.addWindow(demoCityId, window);
    await cycles.follow(city, window, scheduled(window, now));
  }
  await insertOffers(collections, await cycles.one(cycleId), day);
}

/** An hour of a day in the city. A TZDate made from text would read it in the time zone of this machine. */
function hourOf(date: string, hour: number): TZDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new TZDate(year, month - 1, day, hour, timeZone);
}

function windowOf(cycleId: CycleId, day: string): Window {
  const at = (date: string) => new Date(hourOf(date, cutoffHour).getTime());
  const dayAfter = (days: number) => format(addDays(hourOf(day, 12), days), 'yyyy-MM-dd');
  return {
    cycleId,
    opensAt: at(dayAfter(-1)),
    cutoffAt: at(day),
    pickupDate: dayAfter(1),
    version: 1,
    pending: true,
  };
}

const scheduled = ({ cycleId, opensAt, cutoffAt, pickupDate }: Window, now: Date) =>
  event(
    'catalog.cycle_scheduled.v1',
    cycleId,
    {
      cycleId,
      cityId: demoCityId,
      opensAt: opensAt.toISOString(),
      cutoffAt: cutoffAt.toISOString(),
      pickupDate,
    },
    { now, id: `catalog.cycle_scheduled.v1:${cycleId}:1` },
  );

async function insertOffers(collections: Collections, cycle: Cycle, day: string): Promise<void> {
  const range = rangeStore(collections);
  const products = await range.several(
    'products',
    demoSkus.map(({ productId }) => productId),
  );
  const suppliers = await range.several(
    'suppliers',
    demoSkus.map(({ supplierId }) => supplierId),
  );
  const pictures = await range.pictures(products.flatMap(({ pictureIds }) => pictureIds.slice(0, 1)));
  const before = await collections.offers.countDocuments(
    { cityId: demoCityId, cycleId: previousCycle(day) },
    { limit: 1 },
  );
  const made = demoSkus.flatMap((sku, index) => {
    const product = products.find(({ _id }) => _id === sku.productId);
    const supplier = suppliers.find(({ _id }) => _id === sku.supplierId);
    if (!product || !supplier) return [];
    const picture = pictures.find(({ _id }) => _id === product.pictureIds[0]);
    const content = offerContent(product, sku, supplier, picture?.urls);
    const lot = demoLot(sku, index, day, content);
    return [
      { lot, offer: demoOffer(sku, index, { cycle, day, content, lotId: lot._id, wasOnSale: before > 0 }) },
    ];
  });
  // Lots first: an offer leads back to its lot from the first moment on.
  await insertMissing(
    collections.lots,
    made.map(({ lot }) => lot),
  );
  await insertMissing(
    collections.offers,
    made.map(({ offer }) => offer),
  );
}

const cycleIdOf = (day: string) => CycleId.parse(`cyc_${compactDay(day)}`);
const previousCycle = (day: string) => cycleIdOf(format(addDays(hourOf(day, 12), -1), 'yyyy-MM-dd'));

type Insertable<Doc> = { insertMany(docs: Doc[], options: { ordered: boolean }): Promise<unknown> };

/** Inserts what is not there yet. */
export async function insertMissing<Doc>(collection: Insertable<Doc>, docs: Doc[]): Promise<void> {
  await collection.insertMany(docs, { ordered: false }).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}
