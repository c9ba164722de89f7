import { type AccountId, type PayoutFileId, type PayoutHoldId, type PayoutId } from '#shared/contracts/ids';
import { startSandbox } from '#shared/sandbox/stripe/support';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { card, operator, payoutWorld, stripeAccount } from '../../tests/support/settlement/payoutWorld';
import { stripeTransfers } from './clients/stripe/stripeTransfers';
import { bankForPayouts, leaderAccount, payoutAccount, providerAccount } from './domain/ledger/account';
import { approve as approvedBy } from './domain/payouts/lifecycle';
import { presentBankFile } from './http/payouts/presentFile';
import { presentOwnPayout } from './http/payouts/presentPayout';
import { answerPayoutFile } from './usecases/payouts/answerPayoutFile';
import { approvePayouts } from './usecases/payouts/approvePayouts';
import { askPayout } from './usecases/payouts/askPayout';
import { attendDue } from './usecases/payouts/attendDue';
import { fetchPayoutFile } from './usecases/payouts/fetchPayoutFile';
import { getPayoutFile } from './usecases/payouts/getPayoutFile';
import { getPayoutOverview } from './usecases/payouts/getPayoutOverview';
import { listPayoutLines } from './usecases/payouts/listPayoutLines';
import { makePayoutFile } from './usecases/payouts/makePayoutFile';
import { markPayoutFile } from './usecases/payouts/markPayoutFile';
import { placePayoutHold } from './usecases/payouts/placePayoutHold';
import { releasePayoutHold } from './usecases/payouts/releasePayoutHold';
import { payWeekly } from './usecases/payouts/payWeekly';
import { returnPayout } from './usecases/payouts/returnPayout';
import { reviewPayee } from './usecases/payouts/reviewPayee';
import { setPayee } from './usecases/payouts/setPayee';

let on: Awaited<ReturnType<typeof startSandbox>>;
let world: Awaited<ReturnType<typeof payoutWorld>>;
const mortal = mortalWrites();
const dayMs = 24 * 3_600_000;

beforeAll(async () => {
  on = await startSandbox();
  const { secretKey } = on.keys;
  world = await payoutWorld({
    stripe: stripeTransfers({
      secretKey,
      api: { host: '127.0.0.1', port: on.port, protocol: 'http' },
      now: () => new Date(),
    }),
  });
  await on.stripe.paymentIntents.create({
    ...{ amount: 100_000, currency: 'cny', payment_method: 'pm_card_visa', confirm: true },
    allowed_payment_method_types: ['card'],
  });
});
afterAll(() => on.close());

let made = 0;
const newId = <Id>(prefix: string) => `${prefix}_${(made += 1)}` as Id;
const ask = (accountId: AccountId, payoutId = newId<PayoutId>('pyt')) =>
  askPayout(world.deps, { accountId, payoutId, askedBy: 'leader' });
const approve = async (payoutId: PayoutId, by = operator) => {
  const payout = await world.deps.payouts.find(payoutId);
  return approvePayouts(world.deps, by, [{ payoutId, fen: payout!.fen }]);
};
const find = async (payoutId: PayoutId) => (await world.deps.payouts.find(payoutId))!;
const file = (fileId = newId<PayoutFileId>('pfl')) => makePayoutFile(world.deps, { fileId, by: operator });
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
/** What the ledger says of a leader: owed, on its way. */
const books = async (leader: AccountId) => [
  await world.balance(leaderAccount(leader)),
  await world.balance(payoutAccount(leader)),
];
const sweep = async () => {
  while (await attendDue(world.deps));
};

describe('asking', () => {
  test('takes all that can be withdrawn, once, and says so', async () => {
    const leader = await world.leader(5_000);
    await world.earn(leader, 700, new Date(world.deps.now().getTime() + dayMs));
    const payout = await ask(leader);
    expect(payout).toMatchObject({ status: 'due', fen: 5_000, askedBy: 'leader' });
    expect(await ask(leader, payout.id)).toEqual(payout);
    await expect(ask(leader)).rejects.toEqual(refusedWith('PAYOUT_TOO_SMALL'));
    expect(await getPayoutOverview(world.deps, { accountId: leader })).toMatchObject({
      earnedFen: 5_700,
      pendingFen: 700,
      withdrawableFen: 0,
      onItsWayFen: 5_000,
      paidFen: 0,
      askableFen: 0,
    });
  });

  test('twice at once makes exactly one payout', async () => {
    const leader = await world.leader(5_000);
    const outcomes = await Promise.allSettled([ask(leader), ask(leader), ask(leader)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await world.deps.payouts.list(leader, { limit: 10 })).items).toHaveLength(1);
  });

  test('is refused where nobody verified the account, and again once the details change', async () => {
    const leader = await world.leader(5_000, card, false);
    await expect(ask(leader)).rejects.toEqual(refusedWith('PAYEE_NOT_VERIFIED'));
    await expect(reviewPayee(world.deps, { accountId: leader, by: leader, version: 1 })).rejects.toEqual(
      refusedWith('PAYOUT_IS_OWN'),
    );
    await reviewPayee(world.deps, { accountId: leader, by: operator, version: 1 });
    await setPayee(world.deps, { accountId: leader }, card);
    expect(await world.deps.payees.find(leader)).toMatchObject({ state: 'verified' });
    await setPayee(world.deps, { accountId: leader }, { ...card, number: '6222020200112233446' });
    await expect(ask(leader)).rejects.toEqual(refusedWith('PAYEE_NOT_VERIFIED'));
    await expect(reviewPayee(world.deps, { accountId: leader, by: operator, version: 1 })).rejects.toEqual(
      refusedWith('CHANGED_MEANWHILE'),
    );
  });

  test('keeps to the limits of the city', async () => {
    const leader = await world.leader(1_200_000);
    Object.assign(world.rules, { payoutSingleLimitFen: 500_000, payoutDailyLimitFen: 800_000 });
    expect((await ask(leader)).fen).toBe(500_000);
    expect((await ask(leader)).fen).toBe(300_000);
    await expect(ask(leader)).rejects.toEqual(refusedWith('PAYOUT_LIMIT_REACHED'));
    world.passes(dayMs);
    expect((await ask(leader)).fen).toBe(400_000);
  });

  test('leaves what is held, until the hold ends or is released', async () => {
    const leader = await world.leader(9_000);
    const hold = (fen: number, days: number) =>
      placePayoutHold(world.deps, {
        ...{ id: newId<PayoutHoldId>('hld'), accountId: leader, fen, placedBy: operator },
        ...{ reason: '坏果争议', until: new Date(world.deps.now().getTime() + days * dayMs) },
      });
    const { id } = await hold(2_000, 3);
    await hold(3_000, 1);
    await expect(hold(1, 91)).rejects.toEqual(refusedWith('HOLD_END_NOT_ALLOWED'));
    expect((await ask(leader)).fen).toBe(4_000);
    expect(await getPayoutOverview(world.deps, { accountId: leader })).toMatchObject({
      heldFen: 5_000,
      holds: [{ fen: 3_000 }, { fen: 2_000, reason: '坏果争议' }],
    });
    world.passes(dayMs);
    expect((await ask(leader)).fen).toBe(3_000);
    await releasePayoutHold(world.deps, id, operator);
    expect((await ask(leader)).fen).toBe(2_000);
  });

  test('happens by itself on the day of the city, and once', async () => {
    const leader = await world.leader(5_000);
    const { payouts } = world.deps;
    const weekday = ((world.deps.now().getUTCDay() + 6) % 7) + 1;
    world.rules.payoutWeekday = weekday;
    while (await payWeekly(world.deps));
    while (await payWeekly(world.deps));
    world.rules.payoutWeekday = 0;
    expect((await payouts.list(leader, { limit: 10 })).items).toMatchObject([
      { askedBy: 'weekly', fen: 5_000 },
    ]);
  });

  test('names the lines that it brings, and none that came before', async () => {
    const leader = await world.leader(5_000);
    const first = await ask(leader);
    world.passes(1_000);
    await world.earn(leader, 1_500);
    const second = await ask(leader);
    const caller = { kind: 'account', accountId: leader, sessionId: 'ses_1', roles: ['leader'] } as never;
    const lines = async (payoutId: PayoutId) =>
      (await listPayoutLines(world.deps, { caller, payoutId }, { limit: 10 })).items.map(
        ({ commission }) => commission?.fen,
      );
    expect([await lines(first.id), await lines(second.id)]).toEqual([[5_000], [1_500]]);
    const stranger = { ...(caller as object), accountId: 'acc_other' } as never;
    await expect(
      listPayoutLines(world.deps, { caller: stranger, payoutId: first.id }, { limit: 10 }),
    ).rejects.toEqual(refusedWith('NOT_FOUND'));
  });
});

describe('a bank file', () => {
  test('carries what is approved, once; its lines are sent, paid and returned', async () => {
    const [one, two] = [await world.leader(5_000), await world.leader(6_000)];
    const [first, second] = [await ask(one), await ask(two)];
    await expect(approve(first.id, one)).rejects.toEqual(refusedWith('PAYOUT_IS_OWN'));
    await expect(
      approvePayouts(world.deps, operator, [
        { payoutId: first.id, fen: 5_000 },
        { payoutId: second.id, fen: 5_999 },
      ]),
    ).rejects.toEqual(refusedWith('CHANGED_MEANWHILE'));
    expect(await find(first.id)).not.toHaveProperty('approval');
    await approve(first.id);
    await approve(second.id);

    const carried = await file();
    expect(carried.lines.map(({ payout }) => payout.id)).toEqual(
      expect.arrayContaining([first.id, second.id]),
    );
    await expect(file()).rejects.toEqual(refusedWith('NOTHING_TO_PAY_OUT'));
    const { csv, fileName } = presentBankFile(await fetchPayoutFile(world.deps, carried.file.id));
    expect(csv).toContain(`${first.id},王小美,招商银行,6222020200112233445,50.00,,`);
    expect(fileName).not.toContain('copy');
    const again = presentBankFile(await fetchPayoutFile(world.deps, carried.file.id));
    expect(again.fileName).toContain('copy-2');

    await markPayoutFile(world.deps, carried.file.id, 'sent');
    expect(await books(one)).toEqual([0, 5_000]);
    const answer = `${first.id},x,paid,\r\n${second.id},x,退回,"账号, 户名不符"\r\n`;
    await expect(
      answerPayoutFile(world.deps, carried.file.id, `${answer}pyt_unknown,x,paid,`),
    ).rejects.toEqual(refusedWith('BANK_ANSWER_UNREADABLE'));
    expect((await find(first.id)).status).toBe('sent');
    for (let times = 0; times < 2; times += 1) await answerPayoutFile(world.deps, carried.file.id, answer);
    expect(await find(first.id)).toMatchObject({ status: 'paid' });
    expect(await find(second.id)).toMatchObject({
      status: 'due',
      failed: [{ reason: '账号, 户名不符', fen: 6_000 }],
    });
    expect([await books(one), await books(two)]).toEqual([
      [0, 0],
      [6_000, 0],
    ]);
    expect((await getPayoutFile(world.deps, carried.file.id)).lines.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['paid', 'returned']),
    );
  });

  test('what was paid and comes back is due again, and goes with another file', async () => {
    const leader = await world.leader(5_000);
    const { id } = await ask(leader);
    await approve(id);
    const { file: firstFile } = await file();
    await markPayoutFile(world.deps, firstFile.id, 'paid');
    const bank = await world.balance(bankForPayouts);
    expect(await books(leader)).toEqual([0, 0]);
    await returnPayout(world.deps, id, '账户已销户');
    expect(await books(leader)).toEqual([5_000, 0]);
    expect(await world.balance(bankForPayouts)).toBe(bank - 5_000);
    await expect(ask(leader)).rejects.toEqual(refusedWith('PAYOUT_TOO_SMALL'));
    expect(presentOwnPayout(await find(id))).toMatchObject({
      returnedBecause: '账户已销户',
      approved: false,
    });
    await approve(id);
    const { file: next } = await file();
    await markPayoutFile(world.deps, next.id, 'paid');
    expect(await find(id)).toMatchObject({ status: 'paid', current: { number: 2 } });
    expect(presentOwnPayout(await find(id)).steps.map(({ kind }) => kind)).toEqual([
      ...['asked', 'approved', 'sent', 'paid', 'returned'],
      ...['approved', 'sent', 'paid'],
    ]);
  });

  test('sends less after a refund, and nothing while there is a debt', async () => {
    const [some, debtor] = [await world.leader(5_000), await world.leader(5_000)];
    const payouts = [await ask(some), await ask(debtor)];
    for (const { id } of payouts) await approve(id);
    await world.earn(some, -1_000);
    await world.earn(debtor, -6_000);
    const { lines } = await file();
    expect(lines.map(({ payout, carried }) => [payout.accountId, carried.fen])).toEqual([[some, 4_000]]);
    expect(await getPayoutOverview(world.deps, { accountId: debtor })).toMatchObject({
      withdrawableFen: -6_000,
      askableFen: 0,
    });
    await markPayoutFile(world.deps, lines[0]!.payout.current!.fileId!, 'paid');
    await world.earn(some, -500);
    expect(await books(some)).toEqual([-500, 0]);
  });
});

describe('Stripe', () => {
  const transfersOf = async (payoutId: PayoutId) =>
    (await on.stripe.transfers.list({ limit: 100 })).data.filter(
      ({ metadata }) => metadata['payoutId'] === payoutId,
    );

  test('pays a connected account, and takes back what is reversed', async () => {
    const leader = await world.leader(5_000, stripeAccount);
    const { id } = await ask(leader);
    const before = await world.balance(providerAccount('stripe'));
    await approve(id);
    expect(await find(id)).toMatchObject({ status: 'paid', current: { way: 'stripe' } });
    expect(await books(leader)).toEqual([0, 0]);
    expect(await world.balance(providerAccount('stripe'))).toBe(before + 5_000);
    const [transfer] = await transfersOf(id);
    expect(transfer).toMatchObject({ amount: 5_000, destination: stripeAccount.number });
    await on.stripe.transfers.createReversal(transfer!.id);
    world.passes(dayMs);
    await sweep();
    expect(await find(id)).toMatchObject({
      status: 'due',
      failed: [{ reason: expect.any(String) as string }],
    });
    expect(await books(leader)).toEqual([5_000, 0]);
  });

  test('while it is away, and when the answer is lost, the payout stays due and is made once', async () => {
    const leader = await world.leader(5_000, stripeAccount);
    const { id } = await ask(leader);
    await on.control('POST', '/faults', {
      kind: 'reset_after',
      method: 'POST',
      count: 3,
      path: '/v1/transfers',
    });
    await approve(id);
    expect(await find(id)).toMatchObject({ status: 'due', current: { number: 1 } });
    await on.control('DELETE', '/faults');
    world.passes(dayMs);
    await sweep();
    expect(await find(id)).toMatchObject({ status: 'paid' });
    expect(await transfersOf(id)).toHaveLength(1);
  });

  test('what it refuses comes back with its words', async () => {
    const leader = await world.leader(5_000, { ...stripeAccount, number: 'acct-wrong' });
    const { id } = await ask(leader);
    await approve(id);
    expect(await find(id)).toMatchObject({
      status: 'due',
      failed: [{ reason: expect.stringContaining('acct-wrong') as string }],
    });
    expect(await books(leader)).toEqual([5_000, 0]);
  });

  test.each(['before', 'after'] as const)('dies %s any of its writes, and pays once', async (when) => {
    for (let writes = 0; ; writes += 1) {
      const leader = await world.leader(1_000, stripeAccount);
      const payoutId = newId<PayoutId>('pyt');
      const died = await mortal.dies(when, writes, async () => {
        await ask(leader, payoutId);
        await approve(payoutId);
      });
      await ask(leader, payoutId);
      await approve(payoutId).catch(() => undefined);
      world.passes(dayMs);
      await sweep();
      expect(await find(payoutId)).toMatchObject({ status: 'paid' });
      expect(await transfersOf(payoutId)).toHaveLength(1);
      expect(await books(leader)).toEqual([0, 0]);
      if (!died) return;
    }
  });
});

test('one that nobody can attend to now waits, and holds up no other', async () => {
  const [one, other] = [await world.leader(5_000), await world.leader(5_000)];
  const payouts = [await ask(one), await ask(other)];
  const { deps } = world;
  for (const { id } of payouts)
    await deps.payouts.change(id, deps.now(), (payout) => approvedBy(payout, operator, deps.now()));
  const away = () => Promise.reject(new Error('catalog is away'));
  await attendDue({ ...deps, cityOf: away });
  const waiting = (await deps.payouts.due(deps.now(), 100)).map(({ id }) => id);
  expect(waiting).toEqual(expect.not.arrayContaining(payouts.map(({ id }) => id)));
  world.passes(60_000);
  await sweep();
  expect((await file()).lines).toHaveLength(2);
});

test.each(['before', 'after'] as const)(
  'a file that dies %s any of its writes carries each payout once',
  async (when) => {
    for (let writes = 0; ; writes += 1) {
      const leaders = [await world.leader(1_000), await world.leader(1_000)];
      const asked = [await ask(leaders[0]!), await ask(leaders[1]!)];
      for (const { id } of asked) await approve(id);
      const fileId = newId<PayoutFileId>('pfl');
      const died = await mortal.dies(when, writes, async () => {
        await file(fileId);
        await markPayoutFile(world.deps, fileId, 'paid');
      });
      await file(fileId);
      const { lines } = await markPayoutFile(world.deps, fileId, 'paid');
      expect(lines.map(({ state }) => state)).toEqual(['paid', 'paid']);
      for (const leader of leaders) expect(await books(leader)).toEqual([0, 0]);
      if (!died) return;
    }
  },
);
