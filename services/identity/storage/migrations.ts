import { type mongo } from 'mongoose';
import { dropIndexes, inBatches, type Migrations } from '#shared/kit/mongo/migrations';
import { foundBy } from '../domain/foundBy';
import { type AccountDocument } from './accountModel';

/** Every change of the shape of what identity stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const identityMigrations: Migrations = [
  { number: 1, title: 'accounts are found by parts of their names and phones', run: findByParts },
];

async function findByParts(db: mongo.Db): Promise<void> {
  const accounts = db.collection<AccountDocument & { phoneTail?: string }>('accounts');
  const old = { status: { $in: ['open' as const, 'closed' as const] }, foundBy: { $exists: false } };
  await inBatches(
    accounts.find(old, { projection: { displayName: 1, phone: 1, username: 1, version: 1 } }),
    (batch) =>
      accounts.bulkWrite(
        batch.map(({ _id, version, ...named }) => ({
          updateOne: {
            filter: { _id, version, ...old },
            update: { $set: { foundBy: foundBy(named) }, $unset: { phoneTail: '' } },
          },
        })),
        { ordered: false },
      ),
  );
  await dropIndexes(accounts, ({ name }) => name === 'displayName_1' || name === 'phoneTail_1');
}
