import express, { type Router } from 'express';
import { stripeWebhook } from '#shared/contracts/orders/payments';
import { Refused } from '#shared/kit/domainError';
import { type PaymentProvider } from '../clients/paymentProvider';
import { type ProviderEvents } from '../usecases/payments/providerEvents';

/** Takes reports of Stripe: the signature is over the bytes, so they come in as they are. Answers once a report is kept. */
export function stripeWebhookRoute(
  payments: PaymentProvider,
  events: Pick<ProviderEvents, 'receive'>,
): Router {
  const router = express.Router({ caseSensitive: true });
  const bytes = express.raw({ type: () => true, limit: stripeWebhook.maxBodyBytes });
  router.post(stripeWebhook.path, bytes, async (req, res) => {
    const signature = req.get('stripe-signature');
    const body: unknown = req.body;
    if (signature === undefined || !Buffer.isBuffer(body)) throw new Refused('WEBHOOK_REFUSED');
    await events.receive(payments.readEvent(body, signature));
    res.status(stripeWebhook.status).json({ received: true });
  });
  return router;
}
