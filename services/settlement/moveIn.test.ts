import { defaultCityRules } from '../../shared/contracts/cityRules';
import { type OrderMoney } from '../../shared/contracts/events/orderMoney';
import { AccountId, type OrderId } from '../../shared/contracts/ids';
import { type OrderInLedger } from '../../shared/contracts/internal/orders';
import { cny } from '../../shared/contracts/money';
import { createLog } from '../../shared/kit/log/log';
import { ensureIndexes } from '../../shared/kit/mongo/indexes';
import { testDatabase } from '../../tests/support/database';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { leaderAccount, providerAccount, shopperAccount } from './domain/ledger/account';
import { openStores } from './storage/stores';
import { leaderBalance } from './usecases/commissions/leaderBalance';
import { compareLedger } from './usecases/ledger/compareLedger';
import { factSources } from './usecases/ledger/factSources';
import { getCycleLedger } from './usecases/ledger/getCycleLedger';
import { type Orders } from './usecases/deps';
import { MoveIn } from './usecases/orders/moveIn';
import { recordOrder } from './usecases/orders/recordOrder';

const mortal = mortalWrites();
const leader = AccountId.parse('acc_leader');
const shopper = AccountId.parse('acc_shopper');
const cycleId = 'cyc_1' as OrderMoney['cycleId'];
const collectedAt = '2026-03-02T10:00:00.000Z';

const money = (orderId: string, changes: Partial<OrderMoney> = {}): OrderMoney =>
  ({
    orderId,
    accountId: shopper,
    cityId: 'cit_1',
    cycleId,
    pickupPointId: 'ppt_1',
    groupOrderId: 'gro_1',
    placedAt: '2026-03-01T10:00:00.000Z',
    version: 7,
    payment: {
      ...{ provider: 'stripe', method: 'card', paymentId: 'pay_1', intentId: `pi_${orderId}` },
      ...{ captured: cny(1_090), capturedAt: '2026-03-01T16:30:00.000Z' },
    },
    deliveryFee: cny(0),
    lines: [
      {
        ...{ lineId: 'l1', skuId: 'sku_1', categoryId: 'cat_snacks', supplierId: 'sup_1' },
        ...{ title: { zh: '饼干', en: 'Biscuits' }, quantity: 1, taken: cny(1_090) },
        ...{ fresh: false, commissionBasisPoints: 1_000 },
      },
    ],
    refunds: [],
    collectedAt,
    leaderAccountId: leader,
    ...changes,
  }) as unknown as OrderMoney;

const refund = (status: 'decided' | 'returned') =>
  ({
    refundId: 'ref_1',
    reason: 'granted_by_operator',
    status,
    attempt: 1,
    amount: cny(109),
    deliveryFee: cny(0),
    lines: [{ lineId: 'l1', amount: cny(109) }],
    decidedAt: '2026-03-03T10:00:00.000Z',
    ...(status === 'returned' ? { settledAt: '2026-03-03T10:05:00.000Z' } : {}),
  }) as OrderMoney['refunds'][number];

const item = (orderId: string, rest: Partial<OrderInLedger> = {}): OrderInLedger => ({
  orderId: orderId as OrderId,
  cityId: 'cit_1' as OrderInLedger['cityId'],
  cycleId,
  commission: [],
  ...rest,
});
const writtenBefore = {
  ...{ lineId: 'l1' as OrderMoney['lines'][number]['lineId'], sequence: 0, leaderAccountId: leader },
  ...{ amount: cny(109), base: cny(1_090), basisPoints: 1_000 },
  ...{ withdrawableFrom: '2026-03-10T10:00:00.000Z', postedAt: collectedAt },
};
/** Two pages: one order that orders had written commission of, one that nobody paid for, one without a leader. */
const pages: OrderInLedger[][] = [
  [item('ord_1', { money: money('ord_1'), commission: [writtenBefore] }), item('ord_2')],
  [item('ord_3', { money: money('ord_3', { leaderAccountId: undefined }) })],
];
const orders = {
  listOrdersInLedger: ({ query }: { query: { cursor?: string } }) => {
    const at = Number(query.cursor ?? 0);
    return Promise.resolve({
      items: pages[at],
      ...(at + 1 < pages.length ? { nextCursor: String(at + 1) } : {}),
    });
  },
} as unknown as Orders;

async function settlement() {
  const { connection } = await testDatabase('settlement-move-in', { emptied: true });
  const { kept } = openStores(connection);
  await ensureIndexes(connection);
  const deps = {
    ...kept,
    ...{ orders, now: () => new Date('2026-03-05T00:00:00.000Z') },
    log: createLog({ service: 'test', level: 'silent' }),
    cityOf: () => Promise.resolve({ timeZone: 'Asia/Shanghai', rules: defaultCityRules }),
  };
  const compare = () => compareLedger(kept.ledger, factSources(kept));
  const db = connection.getClient().db(connection.name);
  const entries = db.collection<{ _id: string; cause: string }>('ledger_entries');
  return { deps, compare, entries, sums: db.collection<{ _id: string }>('ledger_sums') };
}

/** What the ledger must say when all is taken over and a refund came after it. */
async function expectTakenOver({ deps, compare, entries }: Awaited<ReturnType<typeof settlement>>) {
  const { ledger } = deps;
  expect(await ledger.balance(providerAccount('stripe'))).toBe(-2 * 1_090 + 109);
  expect(await ledger.balance(shopperAccount(shopper))).toBe(0);
  expect(await ledger.balance(leaderAccount(leader))).toBe(98);
  expect(await leaderBalance(deps, leader, new Date(collectedAt))).toEqual({
    totalFen: 98,
    withdrawableFen: 0,
  });
  expect(await leaderBalance(deps, leader, new Date('2026-03-20T00:00:00.000Z'))).toMatchObject({
    withdrawableFen: 98,
  });
  const causes = await entries.distinct('cause', { 'about.orderId': 'ord_1' });
  expect(causes.sort()).toEqual([
    'capture:ord_1',
    'commission:ord_1/l1/0',
    'commission:ord_1/l1/1',
    'refund_decided:ref_1',
    'refund_returned:ref_1',
  ]);
  const { checks } = await getCycleLedger(deps, cycleId);
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  expect((await compare()).differences).toEqual([]);
}

const heard = [
  money('ord_1', { version: 8, refunds: [refund('decided')] }),
  money('ord_1', { version: 9, refunds: [refund('returned')] }),
];
const hearAll = async (deps: Awaited<ReturnType<typeof settlement>>['deps']) => {
  for (const told of heard) await recordOrder(deps, { ...told, money: told });
};

test.each(['before', 'after'] as const)(
  'killed %s any write of moving in or of recording money, the next process ends with the same ledger',
  async (when) => {
    for (let lives = 0, died = true; died; lives += 1) {
      const world = await settlement();
      died = await mortal.dies(when, lives, async () => {
        await new MoveIn(world.deps).finished();
        await hearAll(world.deps);
      });
      await new MoveIn(world.deps).finished();
      await hearAll(world.deps);
      await expectTakenOver(world);
    }
  },
  60_000,
);

test('two processes that move in at the same time take everything over once; what is told late or twice changes nothing', async () => {
  const world = await settlement();
  await Promise.all([new MoveIn(world.deps).finished(), new MoveIn(world.deps).finished()]);
  for (const told of [heard[1]!, heard[0]!, heard[1]!])
    await recordOrder(world.deps, { ...told, money: told });
  await expectTakenOver(world);
});

test('a walk that is closed ends, and nothing is taken for over', async () => {
  const { deps } = await settlement();
  const moving = new MoveIn(deps);
  moving.close();
  await expect(moving.finished()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(await deps.moves.progress()).toMatchObject({ isOver: false });
});

test('the comparison names what was changed, what is missing, what follows from nothing, and sums that are wrong or lost, which can be mended', async () => {
  const { deps, compare, entries, sums } = await settlement();
  await new MoveIn(deps).finished();
  while (await deps.ledger.addSome());
  await entries.updateOne({ cause: 'capture:ord_1' }, { $set: { day: '2026-01-01' } });
  await entries.deleteOne({ cause: 'capture:ord_3' });
  await entries.updateOne({ cause: 'commission:ord_1/l1/0' }, { $set: { cause: 'commission:ord_9/l1/0' } });
  await sums.updateOne({ _id: 'all|leader:*' }, { $inc: { fen: 5 } });
  await sums.deleteOne({ _id: `own|${leaderAccount(leader)}` });
  const { differences } = await compare();
  expect(differences).toEqual(
    expect.arrayContaining([
      { what: 'capture:ord_1', detail: expect.stringContaining('is 2026-01-01') },
      { what: 'capture:ord_3', detail: expect.stringMatching(/^is missing/) },
      { what: 'the sum all|leader:*', detail: 'is 114, its entries add up to 109' },
      { what: `the sum own|${leaderAccount(leader)}`, detail: 'is 0, its entries add up to 109' },
    ]),
  );
  await deps.ledger.compareSums({ mend: true });
  expect((await deps.ledger.compareSums({ mend: false })).wrong).toEqual([]);
  expect(await deps.ledger.balance(leaderAccount(leader))).toBe(109);
});
