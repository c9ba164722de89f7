import { type mongo } from 'mongoose';
import { type Bilingual } from '#shared/contracts/common';
import { carryKeysOver } from '#shared/kit/http/idempotencyKeys';
import { inBatches, type Migrations } from '#shared/kit/mongo/migrations';
import { searchKeys } from '#shared/kit/search/keys';
import { type SearchKeys } from '#shared/kit/search/searchKeys';

/** Every change of the shape of what catalog stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const catalogMigrations: Migrations = [
  { number: 1, title: 'search keys are folded, and hold other names of the same thing', run: foldSearchKeys },
  {
    number: 2,
    title: 'idempotency keys are kept under one name in all services',
    run: (db) => carryKeysOver(db, 'idempotency'),
  },
];

type Product = { _id: string; title: Bilingual; keywords: readonly string[]; search: SearchKeys };
type Offer = { _id: string; search: SearchKeys };

async function foldSearchKeys(db: mongo.Db): Promise<void> {
  const old = { 'search.form': { $exists: false } };
  const products = db.collection<Product>('products');
  await inBatches(products.find(old), (batch) =>
    products.bulkWrite(
      batch.map(({ _id, title, keywords }) => ({
        updateOne: {
          filter: { _id, title, keywords, ...old },
          update: { $set: { search: searchKeys([title.zh, title.en, ...keywords]) } },
        },
      })),
      { ordered: false },
    ),
  );
  const offers = db.collection<Offer>('offers');
  await inBatches(offers.find(old, { projection: { search: 1 } }), (batch) =>
    offers.bulkWrite(
      // The words of old keys are the product's titles and keywords themselves.
      batch.map(({ _id, search: { words } }) => ({
        updateOne: {
          filter: { _id, 'search.words': words, ...old },
          update: { $set: { search: searchKeys(words) } },
        },
      })),
      { ordered: false },
    ),
  );
}
