import { testDatabase } from '../../../tests/support/database';
import { Unreachable } from '../client/remoteProblem';
import { KeptCopies } from './keptCopies';

type Place = { placeId: string; name: string };

let at = new Date('2026-03-01T10:00:00.000Z');
let places: KeptCopies<string, Place>;
beforeAll(async () => {
  const { connection } = await testDatabase('kit');
  const keyOf = ({ placeId }: Place) => placeId;
  places = new KeptCopies(connection, { collection: 'known_places', keyOf, now: () => at, usableMs: 60_000 });
});

const place = (placeId: string, name = placeId) => ({ placeId, name });

test('keeps every page, the newest of each, for as long as it may be used', async () => {
  const pages: Record<string, { items: Place[]; nextCursor?: string }> = {
    first: { items: [place('a'), place('b')], nextCursor: 'second' },
    second: { items: [place('c')] },
  };
  const rest = await places.keepAll((cursor = 'first') => Promise.resolve(pages[cursor]!));
  expect(rest).toBe(false);
  await places.keep([place('b', 'renamed')]);
  expect(await places.find(['b', 'c', 'unknown'])).toEqual(
    expect.arrayContaining([place('b', 'renamed'), place('c')]),
  );
  at = new Date(at.getTime() + 60_000);
  await places.keep([place('c')]);
  at = new Date(at.getTime() + 1);
  expect(await places.find(['a', 'b', 'c'])).toEqual([place('c')]);
});

test('keeps what it has read when the rest cannot be told, says that there is more, and passes other failures on', async () => {
  const until = (error: Error) => (cursor: string | undefined) =>
    cursor === undefined
      ? Promise.resolve({ items: [place('d')], nextCursor: 'more' })
      : Promise.reject(error);
  await expect(places.keepAll(until(new Unreachable('places', 'gone')))).resolves.toBe(true);
  expect(await places.find(['d'])).toEqual([place('d')]);
  await expect(places.keepAll(until(new Error('a mistake of ours')))).rejects.toThrow('a mistake of ours');
});
