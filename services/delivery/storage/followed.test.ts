import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { type GroupOrderDoc, type NeighbourhoodDoc } from './documents';
import { followedStore } from './followed';
import { collectionsOn } from './models';

const races = Array.from({ length: 60 }, (_, index) => index);

async function emptyStore() {
  const { connection } = await testDatabase();
  const collections = collectionsOn(connection);
  return { collections, store: followedStore(collections) };
}

test('of two versions told first at the same moment the newer one stays', async () => {
  const { collections, store } = await emptyStore();
  await Promise.all(
    races.flatMap((race) =>
      [1, 2].map((version) => store.putGroupOrder({ _id: `go_${race}`, version } as GroupOrderDoc)),
    ),
  );
  expect(await collections.groupOrders.countDocuments({ version: 2 })).toBe(races.length);
});

test('two first neighbours of the same moment are both told, each once', async () => {
  const { store } = await emptyStore();
  const neighbour = { displayName: '王*' } as unknown as NeighbourhoodDoc['recent'][number];
  for (const race of races) {
    const pickupPointId = anId(`ppt_${race}`);
    const told = ['e1', 'e2', 'e1'].map((eventId) =>
      store.addNeighbour({ pickupPointId, eventId, neighbour }),
    );
    expect((await Promise.all(told)).filter(Boolean)).toHaveLength(2);
    expect(await store.recentNeighbours(pickupPointId)).toHaveLength(2);
  }
});
