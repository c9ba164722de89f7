import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { type GroupBuyDoc } from './documents';
import { groupBuyStore } from './groupBuys';
import { collectionsOn } from './models';

const cityId = anId('cit_1');
const cycleId = anId('cyc_1');

async function emptyStore() {
  const { connection } = await testDatabase();
  const collections = collectionsOn(connection);
  const store = groupBuyStore(collections);
  const told = (n: number, version: number, more: Partial<GroupBuyDoc> = {}): GroupBuyDoc => ({
    ...{ _id: `off_1|ppt_${n}`, cityId, cycleId, offerId: anId('off_1'), pickupPointId: anId(`ppt_${n}`) },
    ...{
      version,
      status: 'open',
      shoppers: version,
      units: version,
      initials: ['$'],
      touchedAt: new Date(0),
    },
    ...more,
  });
  const hear = async (group: GroupBuyDoc) => {
    const { isNews, moves } = await store.put(group);
    for (const move of moves) await store.count(group, move);
    return isNews;
  };
  const counts = async () => {
    const [one] = await store.countsOfCity(cityId);
    return one && { begun: one.begun, formed: one.formed };
  };
  return { collections, store, told, hear, counts };
}

test('of two versions told first at the same moment the newer one stays, and each pickup point counts once', async () => {
  const { collections, told, hear, counts } = await emptyStore();
  const races = Array.from({ length: 40 }, (_, index) => index);
  await Promise.all(
    races.flatMap((race) => [hear(told(race, 1)), hear(told(race, 2, { status: 'formed' }))]),
  );
  expect(await collections.groupBuys.countDocuments({ version: 2, initials: '$' })).toBe(races.length);
  expect(await counts()).toEqual({ begun: 40, formed: 40 });
});

test('a city counts group buys that somebody is in, and those that reached their target', async () => {
  const { told, hear, counts } = await emptyStore();
  expect(await counts()).toBeUndefined();
  await hear(told(1, 1));
  await hear(told(2, 1));
  expect(await counts()).toEqual({ begun: 2, formed: 0 });
  await hear(told(1, 2, { status: 'formed' }));
  expect(await counts()).toEqual({ begun: 2, formed: 1 });
  expect(await hear(told(1, 2, { status: 'formed' }))).toBe(false);
  expect(await hear(told(1, 1))).toBe(false);
  expect(await counts()).toEqual({ begun: 2, formed: 1 });
  await hear(told(1, 3, { shoppers: 1 }));
  await hear(told(2, 2, { shoppers: 0, units: 0 }));
  expect(await counts()).toEqual({ begun: 1, formed: 0 });
});

test('what a process left uncounted when it died is counted when the event comes again', async () => {
  const { store, told, hear, counts } = await emptyStore();
  await store.put(told(1, 1));
  const { moves } = await store.put(told(1, 2, { status: 'formed' }));
  expect(await counts()).toBeUndefined();
  // The first of them was counted, and not taken away.
  await Promise.all(
    moves.slice(0, 1).flatMap((move) => [move, move].map((one) => store.count(told(1, 2), one))),
  );
  expect(await hear(told(1, 2, { status: 'formed' }))).toBe(false);
  expect(await counts()).toEqual({ begun: 1, formed: 1 });
});
