import { type mongo } from 'mongoose';
import { carryKeysOver } from '#shared/kit/http/idempotencyKeys';
import { dropIndexes, inBatches, type Migrations } from '#shared/kit/mongo/migrations';

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
  {
    number: 5,
    title: 'attempts to pay, payments and reports name their provider',
    run: nameTheProvider,
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

type Report = {
  _id: string;
  type: string;
  subject: { kind: string; orderId?: string; providerRefundId?: string };
};
type Refunds = { _id: string; refunds: { refundId: string; attempt: number; providerRefundId?: string }[] };

/** There was only Stripe. */
const provider = 'stripe';

async function nameTheProvider(db: mongo.Db): Promise<void> {
  const orders = db.collection<Order>('orders');
  await orders.updateMany({ payment: { $exists: true }, 'payment.provider': { $exists: false } }, [
    { $set: { 'payment.provider': provider } },
  ]);
  await orders.updateMany({ attempts: { $elemMatch: { provider: { $exists: false } } } }, [
    { $set: { attempts: { $map: { input: '$attempts', as: 'attempt', in: attemptOfStripe } } } },
  ]);
  const reports = db.collection<Report>('provider_events');
  await inBatches(reports.find({ provider: { $exists: false } }), async (batch) => {
    const named = await Promise.all(batch.map((report) => reportOfStripe(db, report)));
    await reports.bulkWrite(
      named.map((report) => ({
        replaceOne: { filter: { _id: report._id }, replacement: report, upsert: true },
      })),
    );
    await reports.deleteMany({ _id: { $in: batch.map(({ _id }) => _id) } });
  });
}

const attemptOfStripe = {
  $mergeObjects: [
    { provider },
    '$$attempt',
    {
      wish: {
        $cond: [
          { $eq: ['$$attempt.wish.method', 'card'] },
          '$$attempt.wish',
          {
            $unsetField: {
              field: 'client',
              input: { $mergeObjects: ['$$attempt.wish', { host: 'desktop_browser' }] },
            },
          },
        ],
      },
    },
  ],
};

/** Under its new id, with what it is about in the words of now. */
async function reportOfStripe(db: mongo.Db, report: Report): Promise<Report> {
  const { _id, type, subject } = report;
  const named = { ...report, _id: `${provider}:${_id}`, provider };
  if (subject.orderId === undefined) return { ...named, subject: { kind: 'nothing' } };
  if (subject.kind === 'intent') {
    const taken = type === 'payment_intent.succeeded';
    return { ...named, subject: { ...subject, ...{ taken } } };
  }
  const order = await db.collection<Refunds>('orders').findOne({ _id: subject.orderId });
  const refund = order?.refunds.find((one) => one.providerRefundId === subject.providerRefundId);
  if (!refund) return { ...named, subject: { kind: 'nothing' } };
  return { ...named, subject: { ...subject, ...{ refundId: refund.refundId, attempt: refund.attempt } } };
}
