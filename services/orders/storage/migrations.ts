import { type mongo } from 'mongoose';
import { carryKeysOver } from '#shared/kit/http/idempotencyKeys';
import { dropIndexes, type Migrations } from '#shared/kit/mongo/migrations';

/** Every change of the shape of what orders stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const ordersMigrations: Migrations = [
  {
    number: 1,
    title: 'cutoff consolidates and decides: it no longer claims and settles',
    run: nameCutoffAsItIs,
  },
  {
    number: 2,
    title: "an account's orders are found by their status",
    run: (db) =>
      dropIndexes(db.collection<Order>('orders'), ({ name }) => name === 'accountId_1_placedAt_-1__id_-1'),
  },
  {
    number: 3,
    title: 'idempotency keys are kept under one name in all services',
    run: (db) => carryKeysOver(db, 'request_keys'),
  },
  {
    number: 4,
    title: 'what leaders earned in a cycle is added up from an index',
    run: (db) => dropIndexes(db.collection('ledger_entries'), ({ name }) => name === 'cycleId_1'),
  },
];

type Order = { _id: string; unsettled?: true; undecided?: true; lines: object[] };
type Closing = { _id: string; phase: string };

/** Of the orders many have nothing to change: each write finds those that have. */
async function nameCutoffAsItIs(db: mongo.Db): Promise<void> {
  const closings = db.collection<Closing>('closings');
  await closings.updateMany({ phase: 'claiming' }, { $set: { phase: 'consolidating' } });
  await closings.updateMany({ phase: 'settling' }, { $set: { phase: 'deciding' } });
  const orders = db.collection<Order>('orders');
  await orders.updateMany({ unsettled: true }, { $rename: { unsettled: 'undecided' } });
  await dropIndexes(orders, ({ partialFilterExpression: found }) => found?.['unsettled'] === true);
  await orders.updateMany({ 'lines.settledUnitFen': { $exists: true } }, [
    {
      $set: {
        lines: {
          $map: {
            input: '$lines',
            as: 'line',
            in: {
              $unsetField: {
                field: 'settledUnitFen',
                input: { $mergeObjects: ['$$line', { reachedUnitFen: '$$line.settledUnitFen' }] },
              },
            },
          },
        },
      },
    },
  ]);
}
