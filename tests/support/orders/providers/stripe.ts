import { signatureHeader } from '../../../../shared/sandbox/stripe/webhooks/sign';
import { type OrdersWorld } from '../world';
import { type Driver } from './driver';

/** Stripe, by its Alipay. */
export function stripeDriver(worldOf: () => OrdersWorld): Driver {
  const control = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body: object = {}) =>
    worldOf().sandbox.control(method, path, body);
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
    payByHand: async ({ intentId }) =>
      (await control('POST', `/payment_intents/${intentId}/pay`)).status === 200,
    decline: ({ intentId }) => control('POST', `/payment_intents/${intentId}/decline`),
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
    away: (on) =>
      on ? control('POST', '/faults', { kind: 'reset_before', count: 1_000 }) : control('DELETE', '/faults'),
    statementFault: (fault) =>
      fault ? control('POST', '/statement_faults', fault) : control('DELETE', '/statement_faults'),
    money: async () => {
      const { captured: taken, refunded: returned } = await worldOf().totals();
      return { taken, returned };
    },
  };
}
