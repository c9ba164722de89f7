import { signatureHeader } from '../../../../shared/sandbox/stripe/webhooks/sign';
import { type OrdersWorld } from '../world';
import { type Attempt, type Driver, faultOf } from './driver';

/** Stripe, by its Alipay. */
export function stripeDriver(worldOf: () => OrdersWorld): Driver {
  const control = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body: object = {}) =>
    worldOf().sandbox.control(method, path, body);
  const byHand = async ({ paymentId, intentId }: Attempt, act: 'pay' | 'decline') => {
    const known = intentId ?? (await intentOf(paymentId));
    return control('POST', `/payment_intents/${known}/${act}`);
  };
  /** Of an attempt whose answer was lost. */
  const intentOf = async (paymentId: string): Promise<string> => {
    const { data } = await worldOf().sandbox.stripe.paymentIntents.list({ limit: 100 });
    return data.find(({ metadata }) => metadata['paymentId'] === paymentId)?.id ?? 'nothing';
  };
  const report = async (body: string, signature: string) => {
    const reply = await worldOf()
      .send('post', '/webhooks/stripe', undefined)
      .set('Content-Type', 'application/json')
      .set('Stripe-Signature', signature)
      .send(body);
    return { status: reply.status, text: reply.text };
  };
  return {
    name: 'stripe',
    settings: { order: ['stripe', 'wechatpay', 'alipay'] },
    wish: () => Promise.resolve({ method: 'alipay' }),
    payByHand: async (attempt) => (await byHand(attempt, 'pay')).status === 200,
    decline: (attempt) => byHand(attempt, 'decline'),
    doubled: (duplicate) => control('PUT', '/delivery', { duplicate }),
    held: (hold) => control('PUT', '/delivery', { hold }),
    forged: ({ intentId }) => {
      const object = { id: intentId, metadata: { orderId: 'ord_1' } };
      const body = JSON.stringify({ id: 'evt_forged', type: 'payment_intent.succeeded', data: { object } });
      const seconds = Math.floor(worldOf().now().getTime() / 1000);
      const { webhookSecret } = worldOf().sandbox.keys;
      return Promise.all([
        report(body, signatureHeader(body, 'whsec_of_somebody_else', seconds)),
        report(body, signatureHeader(body, webhookSecret, seconds - 600)),
        report(body, 'nonsense'),
      ]);
    },
    refuseRefund: () => control('PUT', '/refunds', { failNext: 1 }),
    away: (on, how = 'unreachable') =>
      on ? control('POST', '/faults', { kind: faultOf(how), count: 1_000 }) : control('DELETE', '/faults'),
    closesNothing: () =>
      control('POST', '/faults', {
        ...{ kind: faultOf('unreachable'), count: 1_000 },
        ...{ method: 'POST', path: '/v1/payment_intents/' },
      }),
    statementFault: (fault) =>
      fault ? control('POST', '/statement_faults', fault) : control('DELETE', '/statement_faults'),
    money: async () => {
      const { captured: taken, refunded: returned } = await worldOf().totals();
      return { taken, returned };
    },
  };
}
