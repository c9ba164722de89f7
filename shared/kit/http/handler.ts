import {
  type Api,
  type BodyOf,
  type Endpoint,
  type GivenReplyOf,
  type ParamsOf,
  type QueryOf,
} from '../../contracts/endpoint';
import { type AccountCaller, type ServiceCaller } from './caller';
import { encoded, type Encoding } from './encoding';
import { type RequestKey } from './requestKey';

export type UploadedFile = { readonly bytes: Buffer; readonly name: string };

type CallerOf<E extends Endpoint> = E['access'] extends 'public'
  ? AccountCaller | undefined
  : E['access'] extends 'internal'
    ? ServiceCaller
    : AccountCaller;

type KeyOf<E extends Endpoint> = E['idempotency'] extends 'required'
  ? RequestKey & { readonly given: string }
  : RequestKey;

/** What a handler is told: everything parsed and allowed already. */
export type HandlerContext<E extends Endpoint> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly caller: CallerOf<E>;
  /** Identity of this request, for ids that must come out the same when it is sent again. */
  readonly key: KeyOf<E>;
  /** The person's network address, for limits. */
  readonly address: string;
  /** Request headers by lower-case name. */
  readonly header: (name: string) => string | undefined;
} & (E extends { readonly upload: object } ? { readonly file: UploadedFile } : unknown);

/** A reply that the handler made itself: a picture, a CSV, or JSON bytes prepared in advance. */
export class MadeReply {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** How many milliseconds the reply stands for everybody who asks for the same address. */
  readonly standsMs: number;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  /**
   * @param headers at least `Content-Type`; with an `ETag`, a matching `If-None-Match` is answered 304.
   * @param standsMs only of public reads, whose reply depends on nothing but the address.
   */
  constructor(body: Buffer, headers: Readonly<Record<string, string>>, { standsMs = 0 } = {}) {
    this.body = body;
    this.headers = headers;
    this.standsMs = standsMs;
  }

  /** The body compressed: once, however often the reply goes out. */
  encoded(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding);
    if (known) return known;
    const made = encoded(this.body, encoding);
    this.#encoded.set(encoding, made);
    return made;
  }
}

export type Handler<E extends Endpoint> = (
  context: HandlerContext<E>,
) => Promise<GivenReplyOf<E> | MadeReply>;

/** One handler for each operation of an API. */
export type Handlers<A extends Api> = { readonly [K in keyof A]: Handler<A[K]> };
