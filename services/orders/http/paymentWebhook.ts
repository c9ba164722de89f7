import express, { type Router } from 'express';
import { paymentWebhooks } from '#shared/contracts/orders/payments';
import { Refused } from '#shared/kit/domainError';
import { type PaymentProvider } from '../clients/paymentProvider';
import { type ProviderEvents } from '../usecases/payments/providerEvents';

/**
 * Takes reports of a payment provider: its signature is over the bytes, so they come in as they are. Answers, as this provider
 * wants to be answered, once a report is kept; what is refused, or cannot be kept, it sends again.
 */
export function paymentWebhookRoute(
  { name, webhook }: Pick<PaymentProvider, 'name' | 'webhook'>,
  events: Pick<ProviderEvents, 'receive'>,
): Router {
  const { path, maxBodyBytes } = paymentWebhooks[name];
  const router = express.Router({ caseSensitive: true });
  const bytes = express.raw({ type: () => true, limit: maxBodyBytes });
  router.post(path, bytes, async (req, res) => {
    const body: unknown = req.body;
    if (!Buffer.isBuffer(body)) throw new Refused('WEBHOOK_REFUSED');
    await events.receive(await webhook.read({ body, header: (header) => req.get(header) }));
    const { status, contentType, body: answer } = webhook.taken;
    res.status(status).type(contentType).send(answer);
  });
  return router;
}
