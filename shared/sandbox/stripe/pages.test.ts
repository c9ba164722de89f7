import { createHash } from 'node:crypto';
import { refusal, startSandbox } from './support';

let on: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  on = await startSandbox();
});
afterAll(() => on.close());

const intentFor = (type?: 'card' | 'alipay' | 'wechat_pay', more: object = {}) =>
  on.stripe.paymentIntents.create({
    amount: 1234,
    currency: 'cny',
    ...(type && { allowed_payment_method_types: [type] }),
    return_url: 'https://shop.example/orders/1?from=pay',
    ...more,
  });
type Intent = Awaited<ReturnType<typeof intentFor>>;
const address = ({ id, client_secret: secret }: Intent) => `${on.url}/pay/${id}?secret=${secret}`;
const look = async (intent: Intent, language = 'zh-CN') => {
  const answer = await fetch(address(intent), { headers: { 'accept-language': language } });
  return { answer, text: await answer.text() };
};
const press = (intent: Intent, fields: Record<string, string>) =>
  fetch(address(intent), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

it('shows the merchant, the amount and the ways to pay, in the reader’s language', async () => {
  const intent = await intentFor();
  const { answer, text } = await look(intent);
  for (const words of [
    'lang="zh-CN"',
    '邻团 Lintuan',
    '¥12.34',
    '确认支付',
    '拒绝',
    '支付宝',
    '微信支付',
    '<label',
  ])
    expect(text).toContain(words);
  expect((await look(intent, 'en-GB,en;q=0.9')).text).toContain('lang="en"');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const style = /<style>([^]*)<\/style>/.exec(text)![1]!;
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(text).not.toMatch(/<script|src=|https?:\/\/(?!shop\.example)/);
});

it('pays with the chosen card and leads back to the shop', async () => {
  const intent = await intentFor('card', { payment_method_options: { card: { capture_method: 'manual' } } });
  const pressed = await press(intent, { action: 'pay', method: 'card', number: '4242 4242 4242 4242' });
  expect([pressed.status, pressed.headers.get('location')]).toEqual([
    303,
    `?secret=${intent.client_secret}&lang=zh-CN`,
  ]);
  expect(await on.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_capture' });
  const { text } = await look(intent, 'en');
  expect(text).toContain('Authorised');
  expect(text).toContain(`href="https://shop.example/orders/1?from=pay&amp;payment_intent=${intent.id}`);
  expect(text).toContain('redirect_status=succeeded');
});

it('shows a declined card and lets the person try again', async () => {
  const intent = await intentFor('card');
  await press(intent, { action: 'pay', method: 'card', number: '4000000000000002' });
  expect((await look(intent, 'en')).text).toContain('role="alert"');
  await press(intent, { action: 'pay', method: 'card', number: '4242424242424242' });
  expect((await look(intent, 'en')).text).toContain('Paid');
});

it('asks for the bank’s check when the card wants it', async () => {
  const intent = await intentFor('card');
  await press(intent, { action: 'pay', method: 'card', number: '4000002500003155' });
  expect((await look(intent, 'en')).text).toContain('Your bank asks you to confirm');
  await press(intent, { action: 'decline' });
  expect(await on.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  });
});

it.each(['alipay', 'wechat_pay'] as const)(
  'pays and declines with %s, confirmed before or not',
  async (type) => {
    const options =
      type === 'wechat_pay' ? { payment_method_options: { wechat_pay: { client: 'web' } } } : {};
    const confirmed = await intentFor(type, { ...options, payment_method_data: { type }, confirm: true });
    await press(confirmed, { action: 'pay' });
    expect(await on.stripe.paymentIntents.retrieve(confirmed.id)).toMatchObject({ status: 'succeeded' });
    const open = await intentFor(type);
    await press(open, { action: 'decline' });
    expect(await on.stripe.paymentIntents.retrieve(open.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_method_customer_decline' },
    });
    await press(open, { action: 'pay', method: type });
    expect(await on.stripe.paymentIntents.retrieve(open.id)).toMatchObject({ status: 'succeeded' });
    expect((await press(open, { action: 'pay' })).status).toBe(303);
  },
);

it('gives the code as a picture', async () => {
  const intent = await intentFor('wechat_pay');
  const picture = (format: string) => fetch(address(intent).replace('?', `/qr.${format}?`));
  const png = await picture('png');
  expect([
    png.headers.get('content-type'),
    Buffer.from(await png.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ]).toEqual(['image/png', 'PNG']);
  expect(await (await picture('svg')).text()).toContain('<svg');
});

it('shows nothing to who does not know the secret', async () => {
  const intent = await intentFor();
  for (const secret of [
    '',
    'x',
    `${intent.client_secret!.slice(0, -1)}!`,
    '付'.repeat(intent.client_secret!.length),
  ]) {
    const url = `${on.url}/pay/${intent.id}?secret=${encodeURIComponent(secret)}`;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { method: 'POST', body: new URLSearchParams({ action: 'pay' }) })).status).toBe(
      404,
    );
  }
  expect(await refusal(on.stripe.paymentIntents.retrieve(intent.id, { client_secret: 'x' }))).toMatchObject({
    statusCode: 404,
  });
});
