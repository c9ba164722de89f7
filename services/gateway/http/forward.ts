import { type RequestHandler } from 'express';
import { publicEndpoints } from '#shared/contracts/apis';
import { cardPage, paymentWebhooks } from '#shared/contracts/orders/payments';
import { supplierPage } from '#shared/contracts/settlement/suppliers';
import { type ServiceName } from '#shared/contracts/roles';
import { firstPart } from '#shared/kit/http/path';
import { correlationHeaderIn } from '#shared/kit/http/serviceApp';
import { currentCorrelationId } from '#shared/kit/log/correlation';
import { Refused } from '#shared/kit/domainError';

/** The services behind the gateway. */
export type BackendName = Exclude<ServiceName, 'gateway'>;
export const backendNames = [
  'identity',
  'catalog',
  'orders',
  'delivery',
  'settlement',
] as const satisfies BackendName[];
/** Hands a request, whose address no longer begins with `/api`, to a service. */
export type Backends = Readonly<Record<BackendName, RequestHandler>>;

/** Which service answers for which first part of an address: read off the contracts, so that `/internal` belongs to nobody. */
const owners = new Map(
  [...publicEndpoints, ...Object.values(paymentWebhooks), cardPage, supplierPage].map(
    ({ path, service }) => [firstPart(path), service as BackendName] as const,
  ),
);

const unknownAddress = () => new Refused('NOT_FOUND', 'There is nothing at this address');

const prefix = /^\/api(?=[/?]|$)/;

/** Everything below `/api`. */
export const forward =
  (backends: Backends): RequestHandler =>
  (req, res, next) => {
    const { url } = req;
    const rest = url.replace(prefix, '');
    if (rest === url) {
      next();
      return;
    }
    const owner = owners.get(firstPart(rest));
    if (owner === undefined) throw unknownAddress();
    // The service goes on under the id that this request has here already.
    req.headers[correlationHeaderIn] = currentCorrelationId();
    req.url = rest;
    void backends[owner](req, res, (error?: unknown) => {
      req.url = url;
      next(error ?? unknownAddress());
    });
  };
