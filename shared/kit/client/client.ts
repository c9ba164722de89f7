import { type Api, type Endpoint, type InputOf, type ReplyOf } from '../../contracts/endpoint';

/** Values that stand in an address. */
export type PlainValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** A call as it goes over the wire. */
export type Call = {
  readonly params?: PlainValues | undefined;
  readonly query?: PlainValues | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
};

/** Brings a call to the service and its reply back, or throws a `RemoteProblem`. */
export type Transport = (endpoint: Endpoint, call: Call) => Promise<unknown>;

type Optional<T> = object extends T ? [input?: T] : [input: T];

export type Client<A extends Api> = {
  readonly [K in keyof A]: (...input: Optional<InputOf<A[K]>>) => Promise<ReplyOf<A[K]>>;
};

/** A typed client for the operations of `api`: one method each. */
export function createClient<A extends Api>(api: A, transport: Transport): Client<A> {
  const methods = Object.entries(api).map(
    ([name, endpoint]) => [name, (input: Call = {}) => transport(endpoint, input)] as const,
  );
  return Object.fromEntries(methods) as unknown as Client<A>;
}
