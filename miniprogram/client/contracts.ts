import { type auditApis } from '#shared/contracts/audit';
import { type catalogApi } from '#shared/contracts/catalog';
import { type deliveryApi } from '#shared/contracts/delivery';
import { type Endpoint, type InputOf, type ReplyOf } from '#shared/contracts/endpoint';
import { type identityApi } from '#shared/contracts/identity';
import { type ordersApi } from '#shared/contracts/orders';
import { type settlementApi } from '#shared/contracts/settlement';

/** The services' operations, as types only: no schema is shipped. */
type Audit = typeof auditApis;
type Contracts = {
  identity: typeof identityApi & Audit['identity'];
  catalog: typeof catalogApi & Audit['catalog'];
  orders: typeof ordersApi & Audit['orders'];
  delivery: typeof deliveryApi & Audit['delivery'];
  settlement: typeof settlementApi & Audit['settlement'];
};
type ServiceName = keyof Contracts;

type Optional<T> = object extends T ? [input?: T] : [input: T];
type Methods<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends Endpoint
    ? (...input: Optional<InputOf<Api[Name]>>) => Promise<ReplyOf<Api[Name]>>
    : never;
};

/** `api.identity.addAddress({ body })`: one method for each operation. */
export type LintuanApi = { readonly [Service in ServiceName]: Methods<Contracts[Service]> };

/** `identity.addAddress`. */
export type OperationId = {
  [Service in ServiceName]: `${Service}.${keyof Contracts[Service] & string}`;
}[ServiceName];

/** What an operation is called with. */
export type OperationInput<Id extends OperationId> = Id extends `${infer Service}.${infer Name}`
  ? Service extends ServiceName
    ? Name extends keyof Contracts[Service]
      ? Contracts[Service][Name] extends Endpoint
        ? InputOf<Contracts[Service][Name]>
        : never
      : never
    : never
  : never;
