import { type ErrorCode } from './errors';
import { type Role, type ServiceName } from './roles';
import { type z } from './zod';

/**
 * Who may call: anybody (a token is read when there is one), any signed-in account, an account that holds one of some roles,
 * or another of our services.
 */
export type Access = 'public' | 'signedIn' | 'internal' | readonly Role[];

/**
 * How a write stands being sent twice.
 * `stored`: with an `Idempotency-Key`, the first reply is kept and given again; without one it is done each time.
 * `required`: the use case itself turns the key into identity; the header must be there.
 * `natural`: the operation has the same effect however often it is done.
 */
export type Idempotency = 'stored' | 'required' | 'natural';

/**
 * How a write stands in the audit trail (rule 30). Unless said, what only staff, leaders or couriers may do leaves an entry.
 * `never`: it changes nothing that somebody answers for; `onBehalf`: it leaves one when the body says for whom else it is; `decides`: the
 * system may decide in it at once, whoever asks.
 */
export type AuditRule = 'never' | 'onBehalf' | 'decides';

export type RateLimit = {
  readonly per: 'address' | 'account';
  readonly max: number;
  readonly windowSeconds: number;
  /** Count refused tries only: guessing is limited, a busy shop's one network address is not. */
  readonly countOnly?: 'refusals';
};

type Shape = z.ZodRawShape;

/** One HTTP operation, described once for the server, the clients, the API reference and the tests. */
export type Endpoint = (
  | { readonly method: 'get'; readonly idempotency?: never; readonly audit?: never }
  | {
      readonly method: 'post' | 'patch' | 'put' | 'delete';
      /** Said by every write: each may come twice. */
      readonly idempotency: Idempotency;
      readonly audit?: AuditRule;
    }
) & {
  /** The operation's name, `service.verbNoun`; also its OpenAPI operationId and its name in metrics. */
  readonly id: string;
  readonly service: ServiceName;
  /** Express style: `/orders/:orderId`. Clients reach it below `/api`. */
  readonly path: `/${string}`;
  readonly access: Access;
  /**
   * `fresh`: an operator's roles and session are read from identity's store, not from the token, which is up to ten minutes old. Every
   * write that operators may do has it; it is refused (503) while identity cannot be asked.
   */
  readonly rights?: 'fresh';
  /** One sentence for the API reference: what it does and when to use it. */
  readonly summary: string;
  readonly params?: z.ZodObject<Shape>;
  readonly query?: z.ZodObject<Shape>;
  readonly body?: z.ZodType;
  /** Absent when the reply has no body (204). */
  readonly reply?: z.ZodType;
  readonly status?: 200 | 201 | 202;
  /** The refusals of its own, besides those that any operation can give (malformed, not signed in, …). */
  readonly errors?: readonly ErrorCode[];
  readonly limits?: readonly RateLimit[];
  /** Bytes of JSON that the body may have; 64 KiB unless told. */
  readonly maxBodyBytes?: number;
  /** A multipart form with one file in the field `file`, at most so many bytes. */
  readonly upload?: { readonly maxBytes: number };
  /** The reply may also be one of these media types (a CSV, a picture), made by the handler itself. */
  readonly media?: readonly string[];
};

/** Keeps the literal types of `spec`. */
export const endpoint = <const E extends Endpoint>(spec: E): E => spec;

/** The operations of one service, by their short names. */
export type Api = Readonly<Record<string, Endpoint>>;

export type ParamsOf<E extends Endpoint> = E['params'] extends z.ZodType ? z.output<E['params']> : undefined;
export type QueryOf<E extends Endpoint> = E['query'] extends z.ZodType ? z.output<E['query']> : undefined;
export type BodyOf<E extends Endpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined;
/** What a client receives. */
export type ReplyOf<E extends Endpoint> = E['reply'] extends z.ZodType ? z.output<E['reply']> : undefined;
/** What a handler gives; nothing where the reply has no body. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- what a use case without a result answers
export type GivenReplyOf<E extends Endpoint> = E['reply'] extends z.ZodType ? z.input<E['reply']> : void;

type InputPart<Key extends string, T> = T extends z.ZodType
  ? object extends z.input<T>
    ? Readonly<Partial<Record<Key, z.input<T>>>>
    : Readonly<Record<Key, z.input<T>>>
  : unknown;

/** What a client hands in: only the parts that the operation has. */
export type InputOf<E extends Endpoint> = InputPart<'params', E['params']> &
  InputPart<'query', E['query']> &
  InputPart<'body', E['body']> & {
    /** Sent as `Idempotency-Key`; a retry of the same wish must use the same key. */
    readonly idempotencyKey?: string;
  };
