import { AccountId, type CityId, type OrderId } from '../../../../shared/contracts/ids';
import { ensureIndexes } from '../../../../shared/kit/mongo/indexes';
import { testDatabase } from '../../../../tests/support/database';
import { mortalWrites } from '../../../../tests/support/faults/mortalWrites';
import {
  commissionExpense,
  everybodys,
  leaderAccount,
  type LedgerAccount,
  revenue,
} from '../../domain/ledger/account';
import { type NewEntry } from '../../domain/ledger/entry';
import { LedgerStore } from './ledgerStore';

const leaders = ['acc_leader1', 'acc_leader2'].map((id) => AccountId.parse(id)) as [AccountId, AccountId];
const [leader, other] = leaders;
const mortal = mortalWrites();

/** The commission of an order: on the first of March, unless told. */
const entry = (order: number, fen: number, of = leader, dayOfMarch = 1): NewEntry => ({
  cause: `commission:ord_${order}/l1/0`,
  kind: 'commission_accrual',
  day: `2026-03-0${dayOfMarch}`,
  at: new Date(Date.UTC(2026, 2, dayOfMarch, 12, order % 60)),
  cityId: 'cit_1' as CityId,
  about: { orderId: `ord_${order}` as OrderId },
  postings: [
    { account: commissionExpense, fen: -fen },
    { account: leaderAccount(of), fen },
  ],
});

/** The ledger as several processes have it, on one database. */
async function ledgers(count = 1) {
  const { connection } = await testDatabase('settlement-ledger', { emptied: true });
  const processes = Array.from({ length: count }, () => new LedgerStore(connection));
  await ensureIndexes(connection);
  const db = connection.getClient().db(connection.name);
  return {
    processes,
    entries: db.collection('ledger_entries'),
    sums: db.collection<{ _id: string; entries: number }>('ledger_sums'),
  };
}
type World = Awaited<ReturnType<typeof ledgers>>;

/** As an auditor would add it up; asked before and after everything is brought up. */
async function expectExact({ processes: [ledger], entries, sums }: World) {
  const all = (await entries.find().toArray()) as unknown as NewEntry[];
  const postings = all.flatMap((one) => one.postings.map((posting) => ({ ...posting, day: one.day })));
  const added = (isMeant: (posting: (typeof postings)[number]) => boolean) =>
    postings.filter(isMeant).reduce((sum, { fen }) => sum + fen, 0);
  const accounts = [commissionExpense, ...leaders.map(leaderAccount)];
  const compare = async () => {
    for (const account of accounts) {
      expect([account, await ledger!.balance(account)]).toEqual([
        account,
        added((one) => one.account === account),
      ]);
      const days = await ledger!.days(account, '2026-03-01', '2026-03-09');
      for (const { day, fen } of days)
        expect(fen).toBe(added((one) => one.account === account && one.day === day));
      expect(new Set(days.map(({ day }) => day))).toEqual(
        new Set(postings.filter((one) => one.account === account).map(({ day }) => day)),
      );
    }
    expect(await ledger!.balance(everybodys('leader'))).toBe(-(await ledger!.balance(commissionExpense)));
  };
  await compare();
  while (await ledger!.addSome());
  expect(await entries.countDocuments({ unsummed: { $gt: '' } })).toBe(0);
  await compare();
  expect((await sums.findOne({ _id: `all|${commissionExpense}` }))?.entries ?? 0).toBe(all.length);
}

test('accounts stand at what was posted, at once and by day, and what was posted before changes nothing', async () => {
  const world = await ledgers();
  const [ledger] = world.processes as [LedgerStore];
  await ledger.post([entry(1, 500), entry(2, 70, leader, 3), entry(3, 40, other)]);
  await ledger.post([entry(4, -30), entry(1, 999)]);
  expect(await ledger.balance(leaderAccount(leader))).toBe(540);
  expect(await ledger.days(leaderAccount(leader), '2026-03-01', '2026-03-02')).toEqual([
    { day: '2026-03-01', fen: 470 },
  ]);
  expect(await ledger.balance(everybodys('leader'))).toBe(580);
  expect(await ledger.balance(revenue)).toBe(0);
  const page = await ledger.entriesOf({ account: leaderAccount(leader) }, { limit: 2 });
  expect(page.items.map(({ cause }) => cause)).toEqual(['commission:ord_2/l1/0', 'commission:ord_4/l1/0']);
  expect((await ledger.entriesOf({ orderId: 'ord_3' as OrderId }, { limit: 5 })).items).toHaveLength(1);
  await expectExact(world);
});

test.each([
  ['is not balanced', [{ account: revenue, fen: 5 }]],
  [
    'is in parts of a fen',
    [
      { account: revenue, fen: 0.5 },
      { account: commissionExpense, fen: -0.5 },
    ],
  ],
  ['has no postings', []],
] as [string, { account: LedgerAccount; fen: number }[]][])(
  'an entry that %s is refused, with all beside it',
  async (_, postings) => {
    const { processes, entries } = await ledgers();
    await expect(processes[0]!.post([entry(1, 5), { ...entry(2, 5), postings }])).rejects.toThrow(
      'not balanced',
    );
    expect(await entries.countDocuments({})).toBe(0);
  },
);

test('what three processes post, read and add up at the same time, some of it twice, counts once each', async () => {
  const world = await ledgers(3);
  const { processes } = world;
  await Promise.all(
    Array.from({ length: 150 }, async (_, order) => {
      const one = entry(order, (order % 7) - 2, leaders[order % 2], 1 + (order % 3));
      await Promise.all([processes[order % 3]!.post([one]), processes[(order + 1) % 3]!.post([one])]);
      if (order % 5 === 0) await processes[order % 3]!.addSome();
    }),
  );
  await Promise.all(processes.map((process) => process.addSome()));
  await expectExact(world);
});

test('what an account stood at when a day began is the same while entries of that day are posted', async () => {
  const { processes } = await ledgers(2);
  const [posting, reading] = processes as [LedgerStore, LedgerStore];
  await posting.post([entry(1, 500)]);
  const [, stood] = await Promise.all([
    (async () => {
      for (let order = 2; order < 102; order += 1) await posting.post([entry(order, 7, leader, 2)]);
    })(),
    (async () => {
      const balances = [];
      for (let reads = 0; reads < 100; reads += 1)
        balances.push(await reading.balanceBefore(leaderAccount(leader), '2026-03-02'));
      return balances;
    })(),
  ]);
  expect(new Set(stood)).toEqual(new Set([500]));
});

test('more than one write adds is read exactly, too', async () => {
  const world = await ledgers();
  await world.processes[0]!.post(Array.from({ length: 1_203 }, (_, order) => entry(order, order % 11)));
  await expectExact(world);
});

test.each(['before', 'after'] as const)(
  'killed %s any write of posting or adding up, everything is right for the next one',
  async (when) => {
    for (let lives = 0, died = true; died; lives += 1) {
      const world = await ledgers(2);
      const [first, second] = world.processes as [LedgerStore, LedgerStore];
      await first.post([entry(1, 100)]);
      await first.addSome();
      const batch = [entry(2, 20), entry(3, 3, other, 2)];
      died = await mortal.dies(when, lives, async () => {
        await first.post(batch);
        while (await first.addSome());
      });
      await second.post(batch);
      await second.post([entry(4, 7)]);
      await expectExact(world);
    }
  },
  60_000,
);
