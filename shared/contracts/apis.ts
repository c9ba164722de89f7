import { auditApis } from './audit';
import { catalogApi } from './catalog';
import { deliveryApi } from './delivery';
import { type Endpoint } from './endpoint';
import { identityApi } from './identity';
import { catalogInternal } from './internal/catalog';
import { deliveryInternal } from './internal/delivery';
import { identityInternal } from './internal/identity';
import { ordersInternal } from './internal/orders';
import { providerStatementsInternal } from './internal/providerStatements';
import { ordersApi } from './orders';
import { settlementApi } from './settlement';

/** Every operation that people may call, in the order of the API reference. */
export const publicEndpoints: readonly Endpoint[] = [
  identityApi,
  catalogApi,
  ordersApi,
  deliveryApi,
  settlementApi,
  ...Object.values(auditApis),
].flatMap((api) => Object.values<Endpoint>(api));

/** Every operation that services call on each other; the gateway never forwards one. */
export const internalEndpoints: readonly Endpoint[] = [
  identityInternal,
  catalogInternal,
  ordersInternal,
  providerStatementsInternal,
  deliveryInternal,
].flatMap((api) => Object.values<Endpoint>(api));
