import { catalogApi } from '#shared/contracts/catalog';
import { deliveryApi } from '#shared/contracts/delivery';
import { identityApi } from '#shared/contracts/identity';
import { type SignedIn } from '#shared/contracts/identity/account';
import { ordersApi } from '#shared/contracts/orders';
import { settlementApi } from '#shared/contracts/settlement';
import { createClient } from '#shared/kit/client/client';
import { httpTransport } from '#shared/kit/client/httpTransport';
import { demoCode, demoOperator } from '../../identity/demo/people';

const clientsOf = (baseUrl: string, token?: string) => {
  const authorization = () => Promise.resolve(token === undefined ? undefined : `Bearer ${token}`);
  const transport = httpTransport({ baseUrl, authorization, timeoutMs: 20_000 });
  return {
    identity: createClient(identityApi, transport),
    catalog: createClient(catalogApi, transport),
    orders: createClient(ordersApi, transport),
    delivery: createClient(deliveryApi, transport),
    settlement: createClient(settlementApi, transport),
    baseUrl,
    token,
  };
};

/** Somebody with a phone in the hand: what they may ask of the public API. */
export type Visitor = ReturnType<typeof clientsOf>;
export type Visitors = {
  readonly anybody: Visitor;
  /** Whoever of the demo has this number. */
  withPhone(phone: string): Promise<Visitor>;
  operator(): Promise<Visitor>;
};

/** The people of the demo, as visitors of the public API at `baseUrl`. Each signs in once. */
export function demoVisitors(baseUrl: string): Visitors {
  const anybody = clientsOf(baseUrl);
  const known = new Map<string, Promise<Visitor>>();
  const once = (who: string, signIn: () => Promise<SignedIn>) => {
    const visitor = known.get(who) ?? signIn().then(({ tokens }) => clientsOf(baseUrl, tokens.accessToken));
    known.set(who, visitor);
    return visitor;
  };
  return {
    anybody,
    withPhone: (phone) =>
      once(phone, () => anybody.identity.signInWithPhone({ body: { phone, code: demoCode } })),
    operator: () =>
      once('operator', () => anybody.identity.signInWithPassword({ body: { ...demoOperator } })),
  };
}
