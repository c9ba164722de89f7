import { type Api } from '../../shared/contracts/endpoint';
import { auditApis } from '../../shared/contracts/audit';
import { catalogApi } from '../../shared/contracts/catalog';
import { deliveryApi } from '../../shared/contracts/delivery';
import { identityApi } from '../../shared/contracts/identity';
import { ordersApi } from '../../shared/contracts/orders';
import { settlementApi } from '../../shared/contracts/settlement';

const services: Readonly<Record<string, Api>> = {
  identity: { ...identityApi, ...auditApis.identity },
  catalog: { ...catalogApi, ...auditApis.catalog },
  orders: { ...ordersApi, ...auditApis.orders },
  delivery: { ...deliveryApi, ...auditApis.delivery },
  settlement: { ...settlementApi, ...auditApis.settlement },
};

/**
 * What the client needs of each contract at run time: `{ identity: { addAddress: 'post! /me/addresses' } }`; `!` says that the
 * write takes an Idempotency-Key. The build puts this in as a constant, so that no schema (and no zod) is shipped.
 */
export const operations = (): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(services).map(([service, api]) => [
      service,
      Object.fromEntries(
        Object.entries(api).map(([name, { method, path, idempotency }]) => {
          const keyed = method !== 'get' && idempotency !== 'natural' ? '!' : '';
          return [name, `${method}${keyed} ${path}`];
        }),
      ),
    ]),
  );
