import express, { type Router } from 'express';
import { stripeWebhook } from '#shared/contracts/orders/payments';
import { Refused } from '#shared/kit/domainError';
import { type PaymentProvider } from '../clients/paymentProvider';
import { type ProviderEvents } from '../usecases/payments/providerEvents';

/** Takes reports of Stripe: the signature is over the bytes, so they come in as they are. Answers once a report is kept. */
export function stripeWebhookRoute(
  { webhook }: Pick<PaymentProvider, 'webhook'>,
  events: Pick<ProviderEvents, 'receive'>,
): Router {
  const router = express.Router({ caseSensitive: true });
  const bytes = express.raw({ type: () => true, limit: stripeWebhook.maxBodyBytes });
  router.post(stripeWebhook.path, bytes, async (req, res) => {
    const body: unknown = req.body;
    if (!Buffer.isBuffer(body)) throw new Refused('WEBHOOK_REFUSED');
    await events.receive(await webhook.read({ body, header: (name) => req.get(name) }));
    res.status(webhook.taken.status).type(webhook.taken.contentType).send(webhook.taken.body);
  });
  return router;
}
