import { startListener, until } from '#shared/sandbox/kit/support';
import { makePlatformCertificate } from '#shared/sandbox/wechatpay/account';
import { testAccount } from '#shared/sandbox/wechatpay/support';
import { startPaying, unavailable } from '../../../../tests/support/orders/wechatPayClient';

const olderMerchant = {
  verification: 'certificate' as const,
  account: { ...testAccount(), certificate: makePlatformCertificate(Date.parse('2026-11-30T00:00:00Z')) },
};
let shop: Awaited<ReturnType<typeof startPaying>>;
let door: Awaited<ReturnType<typeof startListener>>;
beforeEach(async () => {
  door = await startListener(() => ({ status: 200 }));
  shop = await startPaying({ publicKey: undefined, notifyUrl: door.url }, olderMerchant);
});
afterEach(async () => {
  await shop.close();
  await door.close();
});

const rotate = () => shop.on.control('POST', '/certificates/rotate');
const begin = () => shop.payments.begin(shop.wishIn('desktop_browser'));
/** How many calls for the certificates still go wrong. */
const left = async () =>
  ((await shop.on.control('GET', '/faults')).body['faults'] as { count: number }[])[0]?.count;
const failCertificates = () => shop.fault('error_before', { path: '/v3/certificates', count: 1000 });

it('believes certificates that it fetches, and those that follow', async () => {
  expect((await Promise.all([begin(), begin(), begin()])).map((intent) => intent?.outcome.kind)).toEqual([
    'waiting',
    'waiting',
    'waiting',
  ]);
  await failCertificates();
  await begin();
  await shop.on.control('DELETE', '/faults');
  await rotate();
  shop.clock.passes(15_000);
  expect((await begin())?.outcome.kind).toBe('waiting');
});

it('asks for an unknown one at most once in a while, whoever sends it', async () => {
  await begin();
  shop.clock.passes(15_000);
  await failCertificates();
  await rotate();
  await expect(begin()).rejects.toEqual(unavailable);
  const after = await left();
  expect(after).toBeLessThan(1000);
  for (const _time of [1, 2, 3]) await expect(begin()).rejects.toEqual(unavailable);
  expect(await left()).toBe(after);
  shop.clock.passes(15_000);
  await shop.on.control('DELETE', '/faults');
  expect((await begin())?.outcome.kind).toBe('waiting');
});

it('looks again twice a day, and keeps what it has when it is told nothing', async () => {
  await begin();
  shop.clock.passes(12 * 3_600_000);
  await failCertificates();
  expect((await begin())?.outcome.kind).toBe('waiting');
  const after = await left();
  expect(after).toBeLessThan(1000);
  expect((await begin())?.outcome.kind).toBe('waiting');
  expect(await left()).toBe(after);
});

it('does not believe one that is over', async () => {
  await begin();
  shop.clock.passes(5 * 366 * 24 * 3_600_000);
  await expect(begin()).rejects.toEqual(unavailable);
});

it('does not believe a list that was sealed by another key', async () => {
  const other = await startPaying({ publicKey: undefined, apiV3Key: '0'.repeat(32) }, olderMerchant);
  await expect(other.payments.begin(other.wishIn('desktop_browser'))).rejects.toEqual(unavailable);
  expect(other.lines.join()).toContain('told none of its certificates');
  await other.close();
});

it('reads notices signed by them, too; a merchant with a public key reads both', async () => {
  const both = await startPaying({ notifyUrl: door.url }, olderMerchant);
  for (const one of [shop, both]) {
    await one.paid();
    await until(() => door.received.length > 0);
    const { headers, body } = door.received.pop()!;
    const report = { body: Buffer.from(body), header: (name: string) => headers[name]?.toString() };
    expect((await one.payments.webhook.read(report)).type).toBe('TRANSACTION.SUCCESS');
  }
  await both.close();
});
