import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { documentsRead } from '../../../tests/support/documentsRead';
import { followedStore } from './followed';
import { collectionsOn } from './models';
import { pickupPointStore } from './pickupPoints';
import { routeStore } from './routes';

const many = 300;
const times = <T>(make: (n: number) => T): T[] => Array.from({ length: many }, (_, n) => make(n));
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));

/** Years of one pickup point, and a day of many others: each question is about a few of them. */
async function years() {
  const { connection } = await testDatabase('delivery');
  const collections = collectionsOn(connection);
  await ensureIndexes(connection);
  const { routes, pickupPoints, groupOrders } = collections;
  const insert = (collection: object, documents: object[]) =>
    (collection as { insertMany(all: object[]): Promise<unknown> }).insertMany(documents);
  const route = (n: number, cycle: number, place: string) => ({
    ...{
      _id: `rou_${n}_${place}`,
      cycleId: `cyc_${cycle}`,
      pickupDate: day(cycle).toISOString().slice(0, 10),
    },
    stops: [{ stopId: `stp_${n}_${place}`, pickupPointId: place }],
  });
  await insert(
    routes,
    times((n) => route(n, n, 'ppt_1')),
  );
  await insert(
    routes,
    times((n) => route(n, 7, `ppt_other${n}`)),
  );
  for (const [at, pickupPointId] of ['ppt_1', 'ppt_2'].entries())
    await insert(
      groupOrders,
      times((n) => ({
        ...{ _id: `gro_${at}_${n}`, pickupPointId },
        touchedAt: new Date(Date.now() - (many * (1 - at) + n) * 1_000),
      })),
    );
  await insert(
    pickupPoints,
    times((n) => ({
      ...{ _id: `ppt_${n}`, cityId: `cit_${n % 3}`, sortName: `p${n}`, open: true },
      location: { type: 'Point', coordinates: [120, 30] },
    })),
  );
  return collections;
}

test('what is asked while people wait reads what it answers, however much there is', async () => {
  const collections = await years();
  const page = { limit: 10 };
  const routes = routeStore(collections);
  const [points, followed] = [pickupPointStore(collections), followedStore(collections)];
  const asked = {
    'the route that brings an order': () => routes.ofCycleAt(anId('cyc_7'), anId('ppt_1')),
    'the group order of a pickup point': () => followed.latestGroupOrder(anId('ppt_1')),
    'pickup points of all cities': () => points.listByName({ open: true }, page),
  };
  const read: Record<string, number> = {};
  for (const [question, ask] of Object.entries(asked)) read[question] = await documentsRead(ask);
  expect(read).toEqual({
    'the route that brings an order': 1,
    'the group order of a pickup point': 1,
    'pickup points of all cities': page.limit + 1,
  });
});
