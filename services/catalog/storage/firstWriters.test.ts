import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { type CycleId } from '#shared/contracts/ids';
import { anId } from '../../../tests/support/anId';
import { testDatabase } from '../../../tests/support/database';
import { type City, type GroupStanding, type Window } from '../domain/range';
import { collectionsOn } from './collections';
import { cycleStore } from './cycles';
import { groupStandingStore } from './groupStandings';

const races = Array.from({ length: 60 }, (_, index) => index);

async function emptyCollections() {
  const { connection } = await testDatabase();
  return collectionsOn(connection);
}

test('of two windows told at the same moment to a cycle that is not there yet, the newer one stays', async () => {
  const collections = await emptyCollections();
  const store = cycleStore(collections);
  const city = { _id: 'city_x', timeZone: 'Asia/Shanghai' } as City;
  const window = (cycleId: CycleId, version: number): Window => ({
    cycleId,
    version,
    opensAt: new Date('2026-03-01T00:00:00Z'),
    cutoffAt: new Date(`2026-03-01T1${version}:00:00Z`),
    pickupDate: '2026-03-02',
    pending: true,
  });
  await Promise.all(
    races.flatMap((race) =>
      [1, 2].map((version) =>
        store.follow(city, window(anId(`cyc_${race}`), version), { id: `e${version}` } as EventEnvelope),
      ),
    ),
  );
  expect(await collections.cycles.countDocuments({ version: 2 })).toBe(races.length);
});

test('of two standings told at the same moment to a group that is not there yet, the newer one stays', async () => {
  const collections = await emptyCollections();
  const store = groupStandingStore(collections.groupStandings);
  await Promise.all(
    races.flatMap((race) =>
      [1, 2].map((version) => store.hear({ _id: `gb_${race}`, version } as GroupStanding)),
    ),
  );
  expect(await collections.groupStandings.countDocuments({ version: 2 })).toBe(races.length);
});
