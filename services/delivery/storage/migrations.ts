import { type mongo } from 'mongoose';
import { type Bilingual } from '#shared/contracts/common';
import { inBatches, type Migrations } from '#shared/kit/mongo/migrations';
import { searchKeys } from '#shared/kit/search/keys';
import { searchText } from '#shared/kit/search/pattern';

/** Every change of the shape of what delivery stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const deliveryMigrations: Migrations = [
  { number: 1, title: 'pickup points are found by folded words, as goods are', run: foldSearchTexts },
  {
    number: 2,
    title: 'routes are listed by status, and discrepancies, without reading the others',
    run: dropIndexes({
      routes: ['cityId_1_pickupDate_-1__id_-1', 'courier.accountId_1_pickupDate_-1__id_-1'],
      receipts: [
        'cityId_1_receivedAt_-1__id_1',
        'pickupPointId_1_receivedAt_-1__id_1',
        'courierAccountId_1_receivedAt_-1__id_1',
      ],
    }),
  },
];

type Point = { _id: string; name: Bilingual; address: string; searchText?: string; foundBy?: string };

async function foldSearchTexts(db: mongo.Db): Promise<void> {
  const points = db.collection<Point>('pickup_points');
  const old = { foundBy: { $exists: false } };
  await inBatches(points.find(old), (batch) =>
    points.bulkWrite(
      batch.map(({ _id, name, address }) => ({
        updateOne: {
          filter: { _id, name, address, ...old },
          update: {
            $set: { foundBy: searchText(searchKeys([name.zh, name.en, address])) },
            $unset: { searchText: '' },
          },
        },
      })),
      { ordered: false },
    ),
  );
}

/** Indexes that others stand in for, by collection. Those that are gone already stay so. */
function dropIndexes(names: Readonly<Record<string, readonly string[]>>) {
  return async (db: mongo.Db): Promise<void> => {
    for (const [name, dropped] of Object.entries(names)) {
      const collection = db.collection(name);
      const there = await collection.indexes().catch(() => []);
      for (const index of there)
        if (index.name !== undefined && dropped.includes(index.name)) await collection.dropIndex(index.name);
    }
  };
}
