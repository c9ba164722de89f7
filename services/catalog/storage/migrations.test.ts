import { migrate } from '#shared/kit/mongo/migrations';
import { matchScore } from '#shared/kit/search/match';
import { type SearchKeys } from '#shared/kit/search/searchKeys';
import { testDatabase } from '../../../tests/support/database';
import { catalogMigrations } from './migrations';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };

test('goods of the first release are found by other names, however often and wherever the change was broken off', async () => {
  const { connection } = await testDatabase('catalog');
  const db = connection.getClient().db(connection.name);
  type Found = { _id: string; search: SearchKeys };
  const [products, offers] = [db.collection<Found>('products'), db.collection<Found>('offers')];
  const title = { zh: '散装西红柿', en: 'Tomatoes' };
  const search = {
    words: ['散装西红柿', 'tomatoes', '沙拉'],
    syllables: [
      ['san', 'zhuang', 'xi', 'hong', 'shi'],
      ['sha', 'la'],
    ],
  };
  const many = Array.from({ length: 501 }, (_, n) => n);
  await products.insertMany(many.map((n) => ({ _id: `prd_${n}`, title, keywords: ['沙拉'], search })));
  await offers.insertMany(many.map((n) => ({ _id: `off_${n}`, title, search })));
  for (const _run of ['once', 'again']) {
    await migrate(connection, catalogMigrations, { log });
    await db.collection<{ _id: string }>('schema_version').deleteMany({});
    // As if the last of them had not been reached.
    await offers.updateOne({ _id: 'off_500' }, { $set: { search } });
  }
  await migrate(connection, catalogMigrations, { log });
  for (const collection of [products, offers])
    for await (const { _id, search: keys } of collection.find())
      expect([
        _id,
        ...['番茄', 'fanqie', '沙拉', 'tomato'].map((typed) => matchScore(typed, keys) > 0),
      ]).toEqual([...[_id, true, true, true, true]]);
});
