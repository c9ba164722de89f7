import fc from 'fast-check';
import { z } from '#shared/contracts/zod';
import { testDatabase } from '../../../tests/support/database';
import {
  byId,
  byNumber,
  byTime,
  type ListOrder,
  newestFirst,
  pageByCount,
  pageByKey,
  pageOfList,
  presentPage,
  type PageWish,
} from './pages';

type Item = { _id: string; at: Date; place: number };

const id = z.string().regex(/^i\d+$/);
const orders: Record<string, ListOrder> = {
  'newest first': newestFirst('at', id),
  'oldest first': [byTime('at', 'rising'), byId('_id', id, 'rising')],
  'by place, the latest of one place first': [byNumber('place', 'rising'), byId('_id', id, 'falling')],
  'by id': [byId('_id', id, 'rising')],
};

async function collectionOf(items: readonly Item[]) {
  const { connection } = await testDatabase('pages');
  const collection = connection.getClient().db(connection.name).collection<Item>('items');
  if (items.length > 0) await collection.insertMany([...items]);
  return (order: ListOrder, wish: PageWish) =>
    pageByKey({ order, wish, find: (beyond) => collection.find(beyond), present: ({ _id }) => _id });
}

async function allOf(
  page: (wish: PageWish) => Promise<{ items: string[]; nextCursor?: string | undefined }>,
  limit: number,
) {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page({ cursor, limit });
    expect(items.length).toBeLessThanOrEqual(limit);
    all.push(...items);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return all;
}

const items = Array.from({ length: 23 }, (_, at): Item => ({
  _id: `i${at}`,
  at: new Date(Date.UTC(2026, 0, 1 + (at % 5))),
  place: at % 3,
}));

test('page after page, every item is shown once, in the order of the list', async () => {
  const page = await collectionOf(items);
  for (const [name, order] of Object.entries(orders)) {
    const whole = (await page(order, { limit: 100 })).items;
    expect([name, new Set(whole).size]).toEqual([name, items.length]);
    for (const limit of [1, 4, 5, 22, 23])
      expect([name, await allOf((wish) => page(order, wish), limit)]).toEqual([name, whole]);
  }
  const newest = (await page(newestFirst('at', id), { limit: 2 })).items;
  expect(newest).toEqual(['i9', 'i4']);
});

test('no text is taken for a cursor but those that the list gave', async () => {
  const page = await collectionOf(items);
  const wrong = ['x', '', 'W10', btoa('[1]'), btoa('["i1","i2"]'), btoa('[1,{"$gt":""}]'), btoa('[1,"j1"]')];
  for (const cursor of wrong)
    await expect(page(newestFirst('at', id), { cursor, limit: 5 })).rejects.toMatchObject({
      code: 'MALFORMED_REQUEST',
    });
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      const asked = page(newestFirst('at', id), {
        cursor: Buffer.from(text).toString('base64url'),
        limit: 5,
      });
      await expect(asked).rejects.toMatchObject({ code: 'MALFORMED_REQUEST' });
    }),
    { numRuns: 200 },
  );
});

test('a list in memory, and one by count, are paged to their end and no deeper than is allowed', async () => {
  const list = Array.from({ length: 11 }, (_, at) => String(at));
  expect(await allOf((wish) => pageOfList(list, wish), 4)).toEqual(list);
  expect(await allOf((wish) => pageOfList(list, wish), 11)).toEqual(list);
  const read = (skip: number, limit: number) => Promise.resolve(list.slice(skip, skip + limit));
  expect(await allOf((wish) => pageByCount(wish, read, 4), 4)).toHaveLength(8);
  const tooDeep = Buffer.from('[5]').toString('base64url');
  await expect(pageByCount({ cursor: tooDeep, limit: 4 }, read, 4)).rejects.toMatchObject({
    code: 'MALFORMED_REQUEST',
  });
});

test('a page is shown item by item, and goes on where it did', () => {
  expect(presentPage({ items: [1, 2], nextCursor: 'x' }, String)).toEqual({
    items: ['1', '2'],
    nextCursor: 'x',
  });
  expect(presentPage({ items: [1] }, String)).toEqual({ items: ['1'] });
});
