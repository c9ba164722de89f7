import {
  AccountId,
  type CityId,
  type CycleId,
  type LineId,
  type OrderId,
} from '../../../shared/contracts/ids';
import { ensureIndexes } from '../../../shared/kit/mongo/indexes';
import { testDatabase } from '../../../tests/support/database';
import { mortalWrites } from '../../../tests/support/faults/mortalWrites';
import { commissionExpense, leaderAccount } from '../domain/ledger';
import { LedgerStore } from './ledgerStore';

const now = new Date('2026-03-01T12:00:00.000Z');
const later = new Date('2026-03-03T12:00:00.000Z');
const leaders = ['acc_leader1', 'acc_leader2'].map((id) => AccountId.parse(id));
const [leader] = leaders as [AccountId];
const mortal = mortalWrites();

const entry = (order: number, fen: number, leaderAccountId = leader, withdrawableFrom = now) => ({
  orderId: `ord_${order}` as OrderId,
  lineId: 'lin_1' as LineId,
  sequence: 0,
  kind: fen < 0 ? ('reversal' as const) : ('accrual' as const),
  leaderAccountId,
  cycleId: 'cyc_1' as CycleId,
  cityId: 'cit_1' as CityId,
  fen,
  baseFen: 10 * fen,
  basisPoints: 1_000,
  postings: [
    { account: commissionExpense, fen: -fen },
    { account: leaderAccount(leaderAccountId), fen },
  ] as const,
  withdrawableFrom,
  postedAt: now,
});

/** The ledger as several processes have it, on one database. */
async function ledgers(count = 1) {
  const { connection } = await testDatabase('ledger');
  const processes = Array.from({ length: count }, () => new LedgerStore(connection));
  await ensureIndexes(connection);
  const entries = connection.getClient().db(connection.name).collection('ledger_entries');
  return { processes: processes as [LedgerStore, ...LedgerStore[]], entries };
}

/** As an auditor would add it up. */
async function expectBalanced({ processes: [ledger], entries }: Awaited<ReturnType<typeof ledgers>>) {
  const all = (await entries.find().toArray()) as unknown as ReturnType<typeof entry>[];
  for (const one of leaders) {
    const own = all.filter(({ leaderAccountId }) => leaderAccountId === one);
    const sum = (list: typeof own) => list.reduce((total, { fen }) => total + fen, 0);
    expect(await ledger.balance(one, now)).toEqual({
      totalFen: sum(own),
      withdrawableFen: sum(own.filter(({ withdrawableFrom }) => withdrawableFrom <= now)),
    });
  }
  const accounts = await ledger.accounts();
  expect(accounts.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
  expect(accounts.reduce((sum, { entries: count }) => sum + count, 0)).toBe(2 * all.length);
}

test('balances are what the entries add up to, and what waits for its claim window is told apart', async () => {
  const world = await ledgers();
  const { processes } = world;
  await processes[0].post([entry(1, 500), entry(2, 70, leader, later), entry(3, 40, leaders[1])]);
  await processes[0].post([entry(4, -30)]);
  expect(await processes[0].balance(leader, now)).toEqual({ totalFen: 540, withdrawableFen: 470 });
  expect(await processes[0].balance(leader, later)).toEqual({ totalFen: 540, withdrawableFen: 540 });
  expect(await processes[0].accounts()).toEqual([
    { account: 'leader:acc_leader1', fen: 540, entries: 3 },
    { account: 'leader:acc_leader2', fen: 40, entries: 1 },
    { account: 'platform:commission', fen: -580, entries: 4 },
  ]);
  await expectBalanced(world);
});

test('entries that three processes post at the same time, some of them twice, count once each', async () => {
  const world = await ledgers(3);
  const { processes } = world;
  await Promise.all(
    Array.from({ length: 120 }, (_, order) => {
      const one = entry(order, (order % 7) - 2, leaders[order % 2], order % 3 ? now : later);
      return Promise.all([processes[order % 3]!.post([one]), processes[(order + 1) % 3]!.post([one])]);
    }),
  );
  await expectBalanced(world);
});

test.each(['before', 'after'] as const)(
  'killed %s any write, balances are right again when the event comes again',
  async (when) => {
    for (let lives = 0, died = true; died; lives += 1) {
      const world = await ledgers(2);
      const [first, second] = world.processes as [LedgerStore, LedgerStore];
      await first.post([entry(1, 100)]);
      const batch = [entry(2, 20), entry(3, 3, leaders[1], later)];
      died = await mortal.dies(when, lives, () => first.post(batch));
      await second.post(batch);
      await expectBalanced(world);
    }
  },
  60_000,
);

test('balances can be built anew from the entries, also while others are posted', async () => {
  const world = await ledgers(2);
  const { processes, entries } = world;
  await Promise.all(Array.from({ length: 40 }, (_, order) => processes[0].post([entry(order, 5)])));
  await Promise.all([
    processes[0].rebuild(),
    ...Array.from({ length: 40 }, (_, order) => processes[1]!.post([entry(100 + order, 3)])),
    processes[1]!.rebuild(),
  ]);
  await expectBalanced(world);

  await entries.insertOne({ ...entry(999, 1_000), _id: 'led_before_there_were_balances' as never });
  await expectBalanced(world);
});
