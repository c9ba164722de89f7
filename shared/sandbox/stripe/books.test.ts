import { refusal, startSandbox } from './support';

let on: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  on = await startSandbox();
});
afterAll(() => on.close());

const paid = (amount: number, customer?: string) =>
  on.stripe.paymentIntents.create({
    amount,
    currency: 'cny',
    allowed_payment_method_types: ['card'],
    payment_method: 'pm_card_visa',
    confirm: true,
    ...(customer !== undefined && { customer }),
  });

it('keeps books that balance', async () => {
  const { id } = await paid(10_000);
  await on.stripe.refunds.create({ payment_intent: id, amount: 1500 });
  const transfer = await on.stripe.transfers.create({
    amount: 800,
    currency: 'cny',
    destination: 'acct_leader1',
    transfer_group: 'week-1',
  });
  const reversal = await on.stripe.transfers.createReversal(transfer.id, { amount: 300 });
  expect(await on.stripe.transfers.retrieve(transfer.id)).toMatchObject({
    amount_reversed: 300,
    reversed: false,
    reversals: { data: [{ id: reversal.id }] },
  });
  expect(await on.stripe.transfers.retrieveReversal(transfer.id, reversal.id)).toEqual(reversal);

  const rows = (await on.stripe.balanceTransactions.list({ limit: 100 })).data;
  expect(rows.map(({ type, amount }) => [type, amount])).toEqual([
    ['transfer_refund', 300],
    ['transfer', -800],
    ['refund', -1500],
    ['charge', 10_000],
  ]);
  const balance = await on.stripe.balance.retrieve();
  expect(balance.available).toMatchObject([{ amount: 8000, currency: 'cny' }]);
  const { body } = await on.control('GET', '/totals');
  expect(body).toMatchObject({
    totals: [
      {
        currency: 'cny',
        authorised: 0,
        captured: 10_000,
        refunded: 1500,
        fees: 0,
        transferred: 500,
        balance: 8000,
      },
    ],
    counts: { payment_intents: 1, refunds: 1 },
  });
});

it('pays out no more than there is, and takes back no more than was paid out', async () => {
  const poor = { amount: 99_999_999, currency: 'cny', destination: 'acct_leader1' };
  expect(await refusal(on.stripe.transfers.create(poor))).toMatchObject({ code: 'balance_insufficient' });
  expect(await refusal(on.stripe.transfers.create({ ...poor, destination: 'leader' }))).toMatchObject({
    param: 'destination',
  });
  const [transfer] = (await on.stripe.transfers.list({ transfer_group: 'week-1' })).data;
  expect(await refusal(on.stripe.transfers.createReversal(transfer!.id, { amount: 501 }))).toMatchObject({
    param: 'amount',
  });
});

it('lists in pages, both ways', async () => {
  const customer = await on.stripe.customers.create({ name: '王芳', email: 'wang@example.com' });
  expect(await on.stripe.customers.retrieve(customer.id)).toMatchObject({ name: '王芳', livemode: false });
  const ids: string[] = [];
  for (let amount = 1001; amount <= 1005; amount += 1) ids.unshift((await paid(amount, customer.id)).id);

  const first = await on.stripe.paymentIntents.list({ customer: customer.id, limit: 2 });
  expect(first).toMatchObject({ has_more: true, url: '/v1/payment_intents' });
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const last = await on.stripe.paymentIntents.list({
    customer: customer.id,
    limit: 3,
    starting_after: ids[1]!,
  });
  expect([last.has_more, last.data.map(({ id }) => id)]).toEqual([false, ids.slice(2)]);
  const back = await on.stripe.paymentIntents.list({ limit: 2, ending_before: ids[4]! });
  expect(back.data.map(({ id }) => id)).toEqual(ids.slice(2, 4));

  const all: string[] = [];
  for await (const intent of on.stripe.paymentIntents.list({ customer: customer.id, limit: 2 }))
    all.push(intent.id);
  expect(all).toEqual(ids);
  const { created } = first.data[0]!;
  expect((await on.stripe.paymentIntents.list({ created: { lt: created - 3600 } })).data).toEqual([]);
  expect(await refusal(on.stripe.paymentIntents.list({ starting_after: 'pi_x' }))).toMatchObject({
    param: 'starting_after',
  });
  expect(await refusal(on.stripe.paymentIntents.list({ limit: 101 }))).toMatchObject({ param: 'limit' });
});

it('expands ids into objects, and only those', async () => {
  const { id } = await paid(2000);
  const { data } = await on.stripe.paymentIntents.list({
    limit: 1,
    expand: ['data.latest_charge', 'data.payment_method'],
  });
  expect(data[0]).toMatchObject({
    id,
    latest_charge: { object: 'charge' },
    payment_method: { card: { last4: '4242' } },
  });
  expect(await refusal(on.stripe.paymentIntents.retrieve(id, { expand: ['colour'] }))).toMatchObject({
    param: 'expand',
  });
});
