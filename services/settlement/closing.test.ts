import request from 'supertest';
import { type StatementRow } from '#shared/contracts/internal/providerStatements';
import { type DifferenceView, type DayCloseView } from '#shared/contracts/settlement/close';
import { AccountId, type OrderId, type RefundId, SessionId } from '#shared/contracts/ids';
import { createClient, type Transport } from '#shared/kit/client/client';
import { providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { createMetrics } from '#shared/kit/metrics/metrics';
import { Refused } from '#shared/kit/domainError';
import { testDatabase } from '../../tests/support/database';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { recordingBus } from '../../tests/support/recordingBus';
import { createSettlementApp } from './app';
import { providerAccount, providerFees, revenue, shopperAccount } from './domain/ledger/account';
import { type NewEntry } from './domain/ledger/entry';
import { openStores } from './storage/stores';
import { DayCloser } from './usecases/close/dayCloser';

const day = '2026-03-01';
const operator = 'acc_finance:operator';
const shopper = AccountId.parse('acc_mei');
const lies = providerAccount('stripe');
const mortal = mortalWrites();

/** A moment of that day, or of the next one, in Beijing. */
const beijing = (time: string, on = day) => new Date(`${on}T${time}+08:00`);

const capture = (order: string, fen: number, at = beijing('20:00:00')): NewEntry => ({
  ...{ cause: `capture:ord_${order}`, kind: 'capture', day, at },
  about: { orderId: `ord_${order}` as OrderId, provider: 'stripe' },
  postings: [
    { account: lies, fen: -fen },
    { account: revenue, fen },
  ],
});
const refund = (order: string, fen: number, at = beijing('21:00:00')): NewEntry => ({
  ...{ cause: `refund_returned:ref_${order}`, kind: 'refund_returned', day, at },
  about: { orderId: `ord_${order}` as OrderId, refundId: `ref_${order}` as RefundId, provider: 'stripe' },
  postings: [
    { account: lies, fen },
    { account: shopperAccount(shopper), fen: -fen },
  ],
});
const row = (about: Partial<StatementRow> & { rowId: string; amountFen: number }): StatementRow => ({
  ...{ kind: 'payment', feeFen: 0, at: beijing('20:00:00').toISOString() },
  ...about,
});
const paid = (order: string, amountFen: number, more: Partial<StatementRow> = {}) =>
  row({
    rowId: `txn_${order}`,
    amountFen,
    orderId: `ord_${order}` as OrderId,
    intentId: `pi_${order}`,
    ...more,
  });
const returned = (order: string, fen: number, more: Partial<StatementRow> = {}) =>
  row({
    ...{ rowId: `txn_r_${order}`, kind: 'refund', amountFen: -fen },
    ...{ orderId: `ord_${order}` as OrderId, refundId: `ref_${order}` as RefundId, ...more },
  });

type Asked = [method: 'get' | 'post', path: string, what?: { body?: object; key?: string; who?: string }];

/** Settlement with a provider whose statements the test writes. Time stands until the test moves it. */
async function world(name = 'settlement-close') {
  const { connection } = await testDatabase(name, { emptied: true });
  let at = beijing('12:00:00', '2026-03-02');
  const now = () => at;
  const statements = new Map<string, StatementRow[] | 'waiting' | 'away'>();
  const balances = new Map<string, number>();
  const call: Transport = ({ id }, { params }) => {
    if (id === 'orders.listStatementProviders') return Promise.resolve({ providers: ['stripe'] });
    const asked = (params as { day: string }).day;
    const said = statements.get(asked) ?? [];
    if (said === 'away') return Promise.reject(new Refused('PAYMENT_UNAVAILABLE'));
    return Promise.resolve(
      said === 'waiting'
        ? { state: 'waiting', rows: [] }
        : { state: 'ready', rows: said, closingFen: balances.get(asked) },
    );
  };
  const { bus, own, log } = recordingBus(now);
  const app = await createSettlementApp({
    ...{ mongo: connection, bus: own, call, now, log, metrics: createMetrics('settlement') },
    auth: {
      account: (token) => {
        const [account, role] = token.split(':');
        return Promise.resolve({
          kind: 'account',
          accountId: AccountId.parse(account),
          sessionId: SessionId.parse('ses_1'),
          roles: role === 'operator' ? ['operator'] : ['shopper'],
        });
      },
      service: () => Promise.reject(new Refused('NOT_SIGNED_IN')),
      current: (caller) => Promise.resolve(caller),
    },
  });
  const { kept } = openStores(connection);
  const closer = () =>
    new DayCloser({ ...kept, statements: createClient(providerStatementsInternal, call), now, log });
  const send = async (...[method, path, { body, key, who = operator } = {}]: Asked) => {
    const sent = request(app.express)[method](path).set('Authorization', `Bearer ${who}`);
    if (key !== undefined) void sent.set('Idempotency-Key', key);
    const reply = await (body ? sent.send(body) : sent);
    return { status: reply.status, body: reply.body as unknown };
  };
  return {
    ...{ statements, balances, kept, closer, send },
    ledger: kept.ledger,
    pass: (minutes: number) => {
      at = new Date(at.getTime() + minutes * 60_000);
    },
    close: () => closer().run(now()),
    shown: async (of = day) => (await send('get', `/finance/day-closes/stripe/${of}`)).body as DayCloseView,
    differences: async (of = day) =>
      (
        (await send('get', `/finance/day-closes/stripe/${of}/differences`)).body as {
          items: DifferenceView[];
        }
      ).items,
    end: async () => {
      await app.close();
      await bus.close();
    },
  };
}

let on: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  on = await world();
});
afterEach(() => on.end());

const fen = (amount: number) => ({ amount, currency: 'CNY' });

test('a day on which both sides say the same agrees; its fees are posted once, and the balance is right', async () => {
  await on.ledger.post([capture('1', 1_000), capture('2', 500), refund('1', 300)]);
  on.statements.set(day, [
    paid('1', 1_000, { feeFen: 29 }),
    paid('2', 500, { feeFen: 15 }),
    returned('1', 300),
  ]);
  on.balances.set(day, 1_156);
  await Promise.all([on.close(), on.close()]);
  await on.close();
  expect(await on.shown()).toMatchObject({
    state: 'agrees',
    ours: { taken: fen(1_500), returned: fen(300) },
    theirs: { taken: fen(1_500), returned: fen(300) },
    fees: fen(44),
    oursClosing: fen(1_156),
    theirsClosing: fen(1_156),
    differences: { open: 0, explained: 0, resolved: 0 },
  });
  expect(await on.ledger.balance(providerFees)).toBe(-44);
  expect(await on.differences()).toEqual([]);
});

test('every difference is shown with both sides and what to do', async () => {
  await on.ledger.post([
    capture('same', 100),
    capture('only_ours', 200),
    capture('other_amount', 300),
    capture('midnight', 400, beijing('23:59:59')),
  ]);
  on.statements.set(day, [
    paid('same', 100),
    paid('other_amount', 290),
    paid('only_theirs', 70),
    row({ rowId: 'txn_foreign', kind: 'other', amountFen: -55, words: 'adjustment: dispute' }),
    // Money that paid no order, and went back.
    paid('stray', 990),
    row({ rowId: 'txn_back', kind: 'refund', amountFen: -990, intentId: 'pi_stray' }),
  ]);
  await on.close();
  const found = (await on.differences()).map(({ kind, suggestion, state, ours, theirs, remaining }) => [
    ...[kind, suggestion, state],
    ...[ours?.amount.amount, theirs?.amount.amount, remaining.amount],
  ]);
  expect(found).toHaveLength(5);
  expect(found).toEqual(
    expect.arrayContaining([
      ['missing_at_provider', 'ask_provider', 'open', 200, undefined, -200],
      ['other_amount', 'ask_provider', 'open', 300, 290, -10],
      ['missing_with_us', 'look_at_order', 'open', undefined, 70, 70],
      ['missing_with_us', 'book_it', 'open', undefined, -55, -55],
      ['missing_at_provider', 'wait_for_next_day', 'open', 400, undefined, -400],
    ]),
  );
  expect((await on.shown()).state).toBe('differs');

  // The next day tells the payment of midnight: explained on both days, hidden on none.
  on.statements.set('2026-03-02', [
    paid('midnight', 400, { at: beijing('00:00:03', '2026-03-02').toISOString() }),
  ]);
  on.pass(24 * 60);
  await on.close();
  await on.close();
  const midnight = [...(await on.differences()), ...(await on.differences('2026-03-02'))].filter(
    ({ orderId }) => orderId === 'ord_midnight',
  );
  expect(midnight.map(({ kind, state }) => [kind, state])).toEqual([
    ['other_day', 'explained'],
    ['other_day', 'explained'],
  ]);
  expect((await on.shown('2026-03-02')).state).toBe('agrees');
});

test('what was adjusted for a payment that the next day tells is taken back, and then explained', async () => {
  const bookedBy = async (fenMore: number, key: string) => {
    const [one] = await on.differences();
    return on.send('post', `/finance/differences/${one!.differenceId}/resolution`, {
      body: {
        note: 'Of midnight',
        adjustment: [
          { account: 'provider:stripe', fen: -fenMore },
          { account: 'platform:adjustments', fen: fenMore },
        ],
      },
      key,
    });
  };
  await on.ledger.post([capture('midnight', 400, beijing('23:30:00'))]);
  on.balances.set(day, 0);
  await on.close();
  expect(await bookedBy(-400, 'adjusted')).toMatchObject({ body: { state: 'resolved', remaining: fen(0) } });

  on.statements.set('2026-03-02', [
    paid('midnight', 400, { at: beijing('00:00:03', '2026-03-02').toISOString() }),
  ]);
  on.balances.set('2026-03-02', 400);
  on.pass(24 * 60);
  await on.close();
  await on.close();
  const open = { kind: 'other_amount', suggestion: 'take_back', state: 'open', remaining: fen(400) };
  expect(await on.differences()).toEqual([expect.objectContaining(open)]);
  expect(await on.shown()).toMatchObject({ state: 'differs', differences: { open: 1 } });
  // The balances are explained all the while.
  expect(await on.differences('2026-03-02')).toMatchObject([{ kind: 'other_day', state: 'explained' }]);

  expect(await bookedBy(401, 'too-much')).toMatchObject({ body: { code: 'ADJUSTMENT_TOO_LARGE' } });
  expect((await bookedBy(400, 'taken-back')).status).toBe(200);
  await on.close();
  await on.close();
  expect(await on.differences()).toMatchObject([
    { kind: 'other_day', suggestion: 'nothing', state: 'explained', ours: { amount: fen(400) } },
  ]);
  expect(await on.differences('2026-03-02')).toMatchObject([{ kind: 'other_day', state: 'explained' }]);
  expect(await on.shown()).toMatchObject({ state: 'agrees', oursClosing: fen(400) });
  expect(await on.ledger.balance(lies)).toBe(-400);
});

test('it waits for a statement, and a day that is not over, or of nobody, is refused', async () => {
  await on.ledger.post([capture('1', 1_000)]);
  on.statements.set(day, 'waiting');
  await on.close();
  expect(await on.shown()).toMatchObject({ state: 'waiting', waiting: 'no_statement_yet' });
  on.statements.set(day, 'away');
  on.pass(11);
  await on.close();
  expect(await on.shown()).toMatchObject({ state: 'waiting', waiting: 'provider_away' });
  on.statements.set(day, [paid('1', 1_000)]);
  on.pass(11);
  await on.close();
  expect(await on.shown()).toMatchObject({ state: 'agrees' });

  const codeOf = async (path: string, who = operator) => {
    const { status, body } = await on.send('get', path, { who });
    return [status, (body as { code?: string }).code];
  };
  expect(await codeOf('/finance/day-closes/stripe/2026-03-02')).toEqual([409, 'STATEMENT_DAY_NOT_OVER']);
  expect(await codeOf('/finance/day-closes/stripe/2025-01-01')).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf('/finance/day-closes/paypal/2026-03-01')).toEqual([400, 'MALFORMED_REQUEST']);
  expect(await codeOf('/finance/day-closes', 'acc_mei')).toEqual([403, 'NOT_ALLOWED']);
  const unread = await on.send('post', '/finance/day-closes/stripe/2026-03-02/read');
  expect(unread).toMatchObject({ status: 409, body: { code: 'STATEMENT_DAY_NOT_OVER' } });
});

test('read again, only what differs changes', async () => {
  await on.ledger.post([capture('1', 1_000), capture('2', 500)]);
  on.statements.set(day, [paid('1', 1_000, { feeFen: 29 })]);
  await on.close();
  expect(await on.shown()).toMatchObject({ state: 'differs', fees: fen(29) });
  const [before] = await on.differences();
  on.statements.set(day, [paid('1', 1_000, { feeFen: 30 }), paid('2', 500, { feeFen: 15 })]);
  expect((await on.send('post', `/finance/day-closes/stripe/${day}/read`)).status).toBe(200);
  await on.close();
  expect(await on.shown()).toMatchObject({ state: 'agrees', fees: fen(45) });
  expect(await on.differences()).toEqual([{ ...before, state: 'gone' }]);
  // The entry of before stands; what is new is one more.
  const fees = await on.ledger.entriesOf({ account: providerFees }, { limit: 10 });
  expect(fees.items.map(({ cause, postings }) => [cause, postings[1]?.fen])).toEqual(
    expect.arrayContaining([
      [`fees:stripe/${day}`, -29],
      [`fees:stripe/${day}/1`, -16],
    ]),
  );
});

describe('a difference', () => {
  const adjustment = (fenMore: number, against = 'platform:adjustments') => [
    { account: 'provider:stripe', fen: -fenMore },
    { account: against, fen: fenMore },
  ];
  const theOne = async () => {
    await on.ledger.post([capture('1', 1_000)]);
    on.statements.set(day, [
      paid('1', 1_000),
      row({ rowId: 'txn_x', kind: 'other', amountFen: 70, words: 'x' }),
    ]);
    await on.close();
    const [one] = await on.differences();
    const resolve = (body: object, key = 'first') =>
      on.send('post', `/finance/differences/${one!.differenceId}/resolution`, { body, key });
    return { one: one!, resolve };
  };

  test('is decided by an adjustment, once, whatever is sent again', async () => {
    const { resolve } = await theOne();
    const body = { note: 'Goodwill of the provider', adjustment: adjustment(70) };
    const [first, twin] = await Promise.all([resolve(body), resolve(body)]);
    expect([first.status, twin.status]).toEqual([200, 200]);
    expect(await resolve(body)).toMatchObject({ body: { state: 'resolved', remaining: fen(0) } });
    expect(await on.ledger.balance(lies)).toBe(-1_070);
    expect(await resolve({ note: 'Other' })).toMatchObject({ body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await resolve(body, 'second')).toMatchObject({
      status: 409,
      body: { code: 'DIFFERENCE_NOT_OPEN' },
    });
    await on.close();
    expect(await on.shown()).toMatchObject({ state: 'resolved', differences: { open: 0, resolved: 1 } });
    expect((await on.differences())[0]?.resolutions).toMatchObject([
      { by: 'acc_finance', note: body.note, adjusted: fen(70) },
    ]);
    expect(await on.ledger.balance(lies)).toBe(-1_070);
  });

  test('is decided by a note alone, and opens again when the provider says something else', async () => {
    const { resolve } = await theOne();
    expect(await resolve({ note: 'Asked on the phone' })).toMatchObject({ body: { state: 'resolved' } });
    on.statements.set(day, [paid('1', 1_000), row({ rowId: 'txn_x', kind: 'other', amountFen: 80 })]);
    await on.send('post', `/finance/day-closes/stripe/${day}/read`);
    await on.close();
    expect(await on.differences()).toMatchObject([
      { state: 'open', remaining: fen(80), resolutions: [{ note: 'Asked on the phone' }] },
    ]);
  });

  test.each([
    [
      'does not balance',
      [
        { account: 'provider:stripe', fen: -70 },
        { account: 'platform:adjustments', fen: 69 },
      ],
      'ADJUSTMENT_UNBALANCED',
    ],
    [
      'leaves the provider alone',
      [
        { account: 'platform:revenue', fen: -70 },
        { account: 'platform:adjustments', fen: 70 },
      ],
      'ADJUSTMENT_UNBALANCED',
    ],
    [
      'takes it from another provider',
      [
        { account: 'provider:stripe', fen: -70 },
        { account: 'provider:alipay', fen: 70 },
      ],
      'ADJUSTMENT_UNBALANCED',
    ],
    ['is above the difference', adjustment(71), 'ADJUSTMENT_TOO_LARGE'],
    ['goes the wrong way', adjustment(-70), 'ADJUSTMENT_TOO_LARGE'],
    ['is of nothing', adjustment(0), 'ADJUSTMENT_UNBALANCED'],
    ['takes from a person', adjustment(70, 'leader:acc_1'), 'MALFORMED_REQUEST'],
  ])('an adjustment that %s is refused, and changes nothing', async (_, wrong, code) => {
    const { one, resolve } = await theOne();
    expect(await resolve({ note: 'Wrong', adjustment: wrong })).toMatchObject({ body: { code } });
    expect(await on.differences()).toEqual([one]);
    expect(await on.ledger.balance(lies)).toBe(-1_000);
  });
});

test('one fen leads from its account to its order, and back', async () => {
  await on.ledger.post([capture('1', 1_000), refund('1', 300)]);
  const items = async (path: string) =>
    ((await on.send('get', path)).body as { items: { orderId: string; postings: { account: string }[] }[] })
      .items;
  const [newest] = await items('/finance/ledger/accounts/provider:stripe/entries');
  const story = await items(`/finance/ledger/orders/${newest!.orderId}/entries`);
  expect(story).toHaveLength(2);
  expect(story.flatMap(({ postings }) => postings.map(({ account }) => account))).toContain(revenue);
  expect((await on.send('get', '/finance/ledger/accounts/nothing/entries')).status).toBe(400);
});

test.each(['before', 'after'] as const)(
  'killed %s any write, the next run ends the close as if nothing had been',
  async (when) => {
    for (let lives = 0, died = true; died; lives += 1) {
      const each = await world('settlement-close-killed');
      await each.ledger.post([capture('1', 1_000), capture('2', 500)]);
      each.statements.set(day, [paid('1', 1_000, { feeFen: 29 })]);
      died = await mortal.dies(when, lives, () => each.close());
      await each.close();
      await each.close();
      expect(await each.shown()).toMatchObject({ state: 'differs', fees: fen(29), differences: { open: 1 } });
      expect(await each.ledger.balance(providerFees)).toBe(-29);
      const [one] = await each.differences();
      const path = `/finance/differences/${one!.differenceId}/resolution`;
      const body = {
        note: 'n',
        adjustment: [
          { account: 'provider:stripe', fen: 500 },
          { account: 'platform:adjustments', fen: -500 },
        ],
      };
      await mortal.dies(when, lives, () => each.send('post', path, { body, key: 'k' }));
      await each.send('post', path, { body, key: 'k' });
      await each.close();
      expect(await each.shown()).toMatchObject({ state: 'resolved' });
      expect(await each.ledger.balance(lies)).toBe(-1_000 + 29);
      await each.end();
    }
  },
  60_000,
);
