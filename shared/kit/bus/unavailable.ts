import { mongo } from 'mongoose';
import { type ErrorCode } from '../../contracts/errors';
import { DomainError } from '../domainError';
import { BusClosed, BusOverloaded, GroupAway } from './bus';

/** Refusals that tell of the other service's state or of the deployment's, and nothing about what was asked. */
const passingCodes: ReadonlySet<ErrorCode> = new Set([
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
  'REQUEST_IN_PROGRESS',
  'TOO_MANY_REQUESTS',
  'NOT_SIGNED_IN',
  'TOKEN_EXPIRED',
]);

/** Of connections: Node's and undici's. */
const connectionCodes =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|EMFILE|ENFILE|ENOSPC|UND_ERR_\w+|ERR_SOCKET\w*)$/;

/** Of drivers and SDKs, which share no class: MongoDB's through mongoose, Redis's, fetch's, Stripe's. */
const passingNames =
  /^(Mongo(Network|ServerSelection|NotConnected|TopologyClosed|Expired|PoolCl|WaitQueueTimeout|ServerClosed|Client)\w*|MongooseServerSelectionError|MongoosePoolClearedError|DatabaseUnreachable|(Client|Socket|Disconnects|Reconnect|Connection)\w*Error|AbortError|TimeoutError|Stripe(Connection|API|RateLimit)Error)$/;

/** The server steps down, shuts down, lost its majority, ran out of time or of disk. */
const passingServerCodes: ReadonlySet<number> = new Set([
  6, 7, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436, 14031,
]);

/**
 * Whether the failure means that something is away (another service, the database, the network) and says nothing about the work:
 * the same will succeed when it is back, however long that takes. Looks at causes, too.
 */
export function isUnavailability(error: unknown, depth = 0): boolean {
  if (!isFailure(error) || depth > 5) return false;
  if (error instanceof DomainError) return passingCodes.has(error.code);
  if (error instanceof BusClosed || error instanceof BusOverloaded || error instanceof GroupAway) return true;
  if (error instanceof mongo.MongoServerError && isServerAway(error)) return true;
  const { code, name, constructor, cause } = error;
  if (typeof code === 'string' && connectionCodes.test(code)) return true;
  if (passingNames.test(name) || passingNames.test(constructor.name)) return true;
  const errors: unknown[] = Array.isArray(error.errors) ? error.errors : [];
  return [cause, ...errors].some((one) => isUnavailability(one, depth + 1));
}

/** Also errors of another realm, and of several causes. */
type Failure = {
  readonly name: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  /** A list of them in an AggregateError, something else elsewhere. */
  readonly errors?: unknown;
};
const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';

const isServerAway = (error: mongo.MongoServerError): boolean =>
  passingServerCodes.has(Number(error.code)) ||
  error.hasErrorLabel(mongo.MongoErrorLabel.RetryableWriteError);
