import { until } from '../kit/support';
import { refusal, startSandbox } from './support';

let on: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  on = await startSandbox();
});
afterAll(() => on.close());

const held = (amount: number, method = 'pm_card_visa') =>
  on.stripe.paymentIntents.create({
    amount,
    currency: 'cny',
    allowed_payment_method_types: ['card'],
    payment_method_options: { card: { capture_method: 'manual' } },
    payment_method: method,
    confirm: true,
    metadata: { orderId: 'order-1' },
  });
const byWallet = (type: 'alipay' | 'wechat_pay', amount = 2600) =>
  on.stripe.paymentIntents.create({
    amount,
    currency: 'cny',
    allowed_payment_method_types: [type],
    payment_method_data: { type },
    ...(type === 'wechat_pay' && { payment_method_options: { wechat_pay: { client: 'web' } } }),
    return_url: 'https://shop.example/orders/1',
    confirm: true,
  });

describe('a card', () => {
  it('is authorised, then captured once for less', async () => {
    const intent = await held(3000);
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 3000, amount_received: 0 });
    const charge = await on.stripe.charges.retrieve(intent.latest_charge as string);
    expect(charge).toMatchObject({
      amount: 3000,
      captured: false,
      paid: true,
      payment_intent: intent.id,
      metadata: { orderId: 'order-1' },
    });
    expect(charge.payment_method_details?.card?.capture_before).toBe(charge.created + 7 * 86_400);

    const captured = await on.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 2750 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 2750, amount_capturable: 0 });
    const again = await refusal(on.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1 }));
    expect(again).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    expect(again.payment_intent).toMatchObject({ id: intent.id, amount_received: 2750 });
  });

  it('is never captured above the authorisation', async () => {
    const intent = await held(3000);
    const error = await refusal(on.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 3001 }));
    expect(error).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' });
  });

  it('is released by a cancellation', async () => {
    const intent = await held(3000);
    const canceled = await on.stripe.paymentIntents.cancel(intent.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(canceled).toMatchObject({
      status: 'canceled',
      amount_capturable: 0,
      cancellation_reason: 'requested_by_customer',
    });
    expect(await refusal(on.stripe.paymentIntents.cancel(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('may be declined, is remembered as such, and another can be tried', async () => {
    const error = await refusal(held(3000, 'pm_card_chargeDeclinedInsufficientFunds'));
    expect(error).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    });
    expect(error.payment_intent).toMatchObject({ status: 'requires_payment_method', payment_method: null });
    const id = error.payment_intent!.id;
    const retried = await on.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' });
    expect(retried).toMatchObject({ status: 'requires_capture', last_payment_error: null });
    const charges = await on.stripe.charges.list({ payment_intent: id });
    expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });

  it('may ask the person to confirm', async () => {
    const intent = await held(3000, 'pm_card_authenticationRequired');
    expect(intent.status).toBe('requires_action');
    expect(intent.next_action?.redirect_to_url?.url).toContain(
      `https://shop.example/sandbox/stripe/pay/${intent.id}?secret=`,
    );
    await on.control('POST', `/payment_intents/${intent.id}/pay`);
    expect(await on.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_capture',
      next_action: null,
    });
  });

  it('cannot ask a person who is not there', async () => {
    const unattended = on.stripe.paymentIntents.create({
      amount: 500,
      currency: 'cny',
      allowed_payment_method_types: ['card'],
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
      off_session: true,
    });
    expect(await refusal(unattended)).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });

  it('lets go of the money when nobody captures', async () => {
    const intent = await held(3000);
    const { body } = await on.control('POST', `/payment_intents/${intent.id}/expire`);
    expect(body).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
  });
});

describe('a wallet', () => {
  it('sends the person to Alipay and is paid there', async () => {
    const intent = await byWallet('alipay');
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'alipay_handle_redirect' },
    });
    expect(intent.next_action?.alipay_handle_redirect).toMatchObject({
      return_url: 'https://shop.example/orders/1',
      native_url: null,
    });
    await on.control('POST', `/payment_intents/${intent.id}/pay`);
    const paid = await on.stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(paid).toMatchObject({
      status: 'succeeded',
      amount_received: 2600,
      latest_charge: {
        captured: true,
        balance_transaction: { amount: 2600, fee: 0, net: 2600, type: 'payment' },
      },
    });
  });

  it('shows a code for WeChat Pay', async () => {
    const { next_action: action } = await byWallet('wechat_pay');
    expect(action?.type).toBe('wechat_pay_display_qr_code');
    expect(Object.keys(action!.wechat_pay_display_qr_code!).sort()).toEqual([
      'data',
      'hosted_instructions_url',
      'image_data_url',
      'image_url_png',
      'image_url_svg',
    ]);
    expect(action!.wechat_pay_display_qr_code!.image_data_url).toMatch(/^data:image\/png;base64,iVBOR/);
  });

  it('needs to know the WeChat client, and cannot be captured later', async () => {
    const params = {
      amount: 500,
      currency: 'cny',
      payment_method_data: { type: 'wechat_pay' as const },
      confirm: true,
      allowed_payment_method_types: ['wechat_pay' as const],
    };
    expect(await refusal(on.stripe.paymentIntents.create(params))).toMatchObject({
      param: 'payment_method_options[wechat_pay][client]',
    });
    expect(
      await refusal(on.stripe.paymentIntents.create({ ...params, capture_method: 'manual' })),
    ).toMatchObject({ param: 'capture_method' });
  });

  it('may be declined by the person', async () => {
    const intent = await byWallet('alipay');
    const { body } = await on.control('POST', `/payment_intents/${intent.id}/decline`);
    expect(body).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_method_customer_decline' },
    });
  });
});

describe('refunds', () => {
  const paid = async (method = 'pm_card_visa') => {
    const intent = await held(1000, method);
    return on.stripe.paymentIntents.capture(intent.id);
  };
  it('gives back parts, then the rest, then nothing more', async () => {
    const { id } = await paid();
    const part = await on.stripe.refunds.create({ payment_intent: id, amount: 300, metadata: { line: '1' } });
    expect(part).toMatchObject({
      status: 'succeeded',
      amount: 300,
      payment_intent: id,
      metadata: { line: '1' },
    });
    expect(await refusal(on.stripe.refunds.create({ payment_intent: id, amount: 701 }))).toMatchObject({
      param: 'amount',
      statusCode: 400,
    });
    expect(await on.stripe.refunds.create({ payment_intent: id })).toMatchObject({ amount: 700 });
    expect(await refusal(on.stripe.refunds.create({ payment_intent: id }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    const { data } = await on.stripe.charges.list({ payment_intent: id });
    expect(data[0]).toMatchObject({ amount_refunded: 1000, refunded: true });
    expect((await on.stripe.refunds.list({ payment_intent: id })).data.map(({ amount }) => amount)).toEqual([
      700, 300,
    ]);
  });

  it('needs money that was taken', async () => {
    const { id } = await held(1000);
    expect(await refusal(on.stripe.refunds.create({ payment_intent: id }))).toMatchObject({
      code: 'charge_not_refundable',
    });
    expect(await refusal(on.stripe.refunds.create({}))).toMatchObject({ code: 'parameter_missing' });
  });

  it('takes a while for wallets, and may fail', async () => {
    const intents = await Promise.all([byWallet('alipay'), byWallet('alipay')]);
    for (const { id } of intents) await on.control('POST', `/payment_intents/${id}/pay`);
    const [first, second] = intents;
    const refund = await on.stripe.refunds.create({ payment_intent: first.id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    await until(async () => (await on.stripe.refunds.retrieve(refund.id)).status === 'succeeded');

    await on.control('PUT', '/refunds', { failNext: 1 });
    const failing = await on.stripe.refunds.create({ payment_intent: second.id, amount: 100 });
    await until(async () => (await on.stripe.refunds.retrieve(failing.id)).status === 'failed');
    const { data } = await on.stripe.charges.list({ payment_intent: second.id });
    expect(data[0]).toMatchObject({ amount_refunded: 0, refunded: false });
  });

  it('is stopped while it is held', async () => {
    await on.control('PUT', '/refunds', { mode: 'held' });
    const intent = await byWallet('alipay');
    await on.control('POST', `/payment_intents/${intent.id}/pay`);
    const refund = await on.stripe.refunds.create({ payment_intent: intent.id });
    expect(await on.stripe.refunds.cancel(refund.id)).toMatchObject({ status: 'canceled' });
    const other = await on.stripe.refunds.create({ payment_intent: intent.id });
    const { body } = await on.control('POST', `/refunds/${other.id}/settle`, {
      outcome: 'failed',
      reason: 'declined',
    });
    expect(body).toMatchObject({ status: 'failed', failure_reason: 'declined' });
    await on.control('PUT', '/refunds', { mode: 'automatic' });
    expect(await refusal(on.stripe.refunds.cancel(refund.id))).toMatchObject({ statusCode: 400 });
  });

  it('of some cards fails after it looked fine', async () => {
    const { id } = await paid('pm_card_refundFail');
    const refund = await on.stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('succeeded');
    await until(async () => (await on.stripe.refunds.retrieve(refund.id)).status === 'failed');
  });
});
