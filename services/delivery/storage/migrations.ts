import { type mongo } from 'mongoose';
import { type Bilingual } from '#shared/contracts/common';
import { dropIndexes, inBatches, type Migrations } from '#shared/kit/mongo/migrations';
import { searchKeys } from '#shared/kit/search/keys';
import { searchText } from '#shared/kit/search/pattern';

/** Every change of the shape of what delivery stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const deliveryMigrations: Migrations = [
  { number: 1, title: 'pickup points are found by folded words, as goods are', run: foldSearchTexts },
  {
    number: 2,
    title: 'routes are listed by status, and discrepancies, without reading the others',
    run: dropReplacedIndexes,
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

async function dropReplacedIndexes(db: mongo.Db): Promise<void> {
  const replaced = [
    'cityId_1_pickupDate_-1__id_-1',
    'courier.accountId_1_pickupDate_-1__id_-1',
    'cityId_1_receivedAt_-1__id_1',
    'pickupPointId_1_receivedAt_-1__id_1',
    'courierAccountId_1_receivedAt_-1__id_1',
  ];
  for (const name of ['routes', 'receipts'])
    await dropIndexes(db.collection(name), (index) => replaced.includes(index.name ?? ''));
}
