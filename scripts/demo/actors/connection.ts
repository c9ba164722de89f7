import { catalogApi } from '../../../shared/contracts/catalog';
import { deliveryApi } from '../../../shared/contracts/delivery';
import { identityApi } from '../../../shared/contracts/identity';
import { ordersApi } from '../../../shared/contracts/orders';
import { settlementApi } from '../../../shared/contracts/settlement';
import { type Client, createClient, type Transport } from '../../../shared/kit/client/client';
import { httpTransport } from '../../../shared/kit/client/httpTransport';
import { type Time } from './time';

/** Where the product is reached, and how patient its people are. */
export type Connection = {
  /** The gateway: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Tries after the first of a call that may be repeated; the pauses double from 0.1 s. */
  readonly retries: number;
  /** What the watches of its people show. */
  readonly time: Time;
};

export type PublicApi = {
  readonly identity: Client<typeof identityApi>;
  readonly catalog: Client<typeof catalogApi>;
  readonly orders: Client<typeof ordersApi>;
  readonly delivery: Client<typeof deliveryApi>;
  readonly settlement: Client<typeof settlementApi>;
};

/** Everything that people may ask, with the typed clients of the contracts. @throws {ZodError} for a reply that breaks one. */
export function publicApi(
  { url, retries }: Pick<Connection, 'url' | 'retries'>,
  authorization: () => Promise<string | undefined>,
): PublicApi {
  const transport = byContract(
    httpTransport({ baseUrl: `${url}/api`, authorization, retries, timeoutMs: 20_000 }),
  );
  return {
    identity: createClient(identityApi, transport),
    catalog: createClient(catalogApi, transport),
    orders: createClient(ordersApi, transport),
    delivery: createClient(deliveryApi, transport),
    settlement: createClient(settlementApi, transport),
  };
}

/** Takes nothing on trust: services look at the shapes of their replies only, here each value is held to its contract. */
const byContract =
  (transport: Transport): Transport =>
  async (endpoint, call) => {
    const reply = await transport(endpoint, call);
    return endpoint.reply ? endpoint.reply.parse(reply) : reply;
  };
