import { type RequestHandler, Router } from 'express';
import { publicEndpoints } from '#shared/contracts/apis';
import { cardPage, stripeWebhook } from '#shared/contracts/orders/payments';
import { type ServiceName } from '#shared/contracts/roles';
import { firstPart } from '#shared/kit/http/path';
import { correlationHeader } from '#shared/kit/http/serviceApp';
import { currentCorrelationId } from '#shared/kit/log/correlation';
import { Refused } from '#shared/kit/domainError';

/** The services behind the gateway. */
export type BackendName = Exclude<ServiceName, 'gateway'>;
export const backendNames = ['identity', 'catalog', 'orders', 'delivery'] as const satisfies BackendName[];
/** Hands a request, whose address no longer begins with `/api`, to a service. */
export type Backends = Readonly<Record<BackendName, RequestHandler>>;

/** Which service answers for which first part of an address: read off the contracts, so that `/internal` belongs to nobody. */
const owners = new Map(
  [...publicEndpoints, stripeWebhook, cardPage].map(
    ({ path, service }) => [firstPart(path), service as BackendName] as const,
  ),
);

const unknownAddress = () => new Refused('NOT_FOUND', 'There is nothing at this address');

/** Everything below `/api`. */
export function forward(backends: Backends): Router {
  const router = Router();
  router.use('/api', (req, res, next) => {
    const owner = owners.get(firstPart(req.url));
    if (owner === undefined) throw unknownAddress();
    // The service goes on under the id that this request has here already.
    req.headers[correlationHeader.toLowerCase()] = currentCorrelationId();
    return backends[owner](req, res, (error?: unknown) => {
      next(error ?? unknownAddress());
    });
  });
  return router;
}
