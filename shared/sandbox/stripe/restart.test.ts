import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openJournal, type Change } from '../kit/state/journal';
import { temporaryFolder, until } from '../kit/support';
import { startReceiver, startSandbox } from './support';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

it('knows after a restart what it acknowledged, and finishes what was under way', async () => {
  const webhookSecret = 'whsec_kept';
  const options = { folder: place.folder, secretKey: 'sk_test_kept_over_restarts', webhookSecret };
  const before = await startSandbox({
    ...options,
    webhookUrl: 'http://127.0.0.1:1/nobody-yet',
    refunds: { delayMs: 60 },
  });
  const key = { idempotencyKey: 'pay:1' };
  const wish = { amount: 2000, currency: 'cny', allowed_payment_method_types: ['alipay' as const] };
  const intent = await before.stripe.paymentIntents.create(wish, key);
  await before.control('POST', `/payment_intents/${intent.id}/pay`);
  const refund = await before.stripe.refunds.create({ payment_intent: intent.id, amount: 500 });
  expect(refund.status).toBe('pending');
  await before.close();
  // A kill in the middle of a write leaves half a line that nobody was told about.
  const [log] = await readdir(place.folder);
  await appendFile(join(place.folder, log!), '[["intent",{"id":"pi_half');

  const receiver = await startReceiver(webhookSecret);
  const after = await startSandbox({ ...options, webhookUrl: receiver.url });
  expect(await after.stripe.paymentIntents.create(wish, key)).toEqual(intent);
  expect(await after.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'succeeded',
    amount_received: 2000,
  });
  await until(async () => (await after.stripe.refunds.retrieve(refund.id)).status === 'succeeded');
  await until(() => receiver.types().includes('refund.updated'));
  expect(receiver.types()).toEqual(
    expect.arrayContaining(['payment_intent.created', 'payment_intent.succeeded', 'refund.created']),
  );
  expect((await after.stripe.balance.retrieve()).available[0]?.amount).toBe(1500);
  await after.close();
  await receiver.close();

  const third = await startSandbox(options);
  expect((await third.control('GET', '/totals')).body).toMatchObject({
    totals: [{ captured: 2000, refunded: 500 }],
  });
  await third.close();
});

describe('the journal', () => {
  /** A memory of rows by id, kept in a journal that is compacted early. */
  async function open() {
    const rows = new Map<string, unknown>();
    const replay = ([id, row]: Change) => void rows.set(id, row);
    const journal = await openJournal({
      folder: place.folder,
      replay,
      snapshot: () => [...rows],
      compactAfter: 2000,
    });
    const put = (id: string, value: number) => {
      rows.set(id, value);
      return journal.append([[id, value]]);
    };
    return { rows, put, close: journal.close };
  }

  it('stays small and forgets nothing', async () => {
    const first = await open();
    for (let round = 0; round < 50; round += 1)
      await Promise.all(Array.from({ length: 20 }, (_, at) => first.put(`row-${at}`, round)));
    await first.close();
    expect((await readdir(place.folder)).length).toBeLessThanOrEqual(3);
    const second = await open();
    expect([...second.rows.values()]).toEqual(Array(20).fill(49));
    await second.put('row-0', 99);
    await second.close();
    const third = await open();
    expect(third.rows.get('row-0')).toBe(99);
    await third.close();
  });

  it('keeps a last line that is whole but for its end', async () => {
    const first = await open();
    await first.put('a', 1);
    await first.close();
    const [log] = await readdir(place.folder);
    await appendFile(join(place.folder, log!), '[["b",2]]');
    const second = await open();
    await second.put('c', 3);
    await second.close();
    const third = await open();
    expect([...third.rows]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    await third.close();
  });
});
