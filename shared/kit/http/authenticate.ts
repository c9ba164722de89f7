import { type Endpoint } from '../../contracts/endpoint';
import { Refused } from '../domainError';
import { type AccountCaller, type Caller, holds, type ServiceCaller } from './caller';

/** Turns the two kinds of credentials into callers; both refuse with NOT_SIGNED_IN or TOKEN_EXPIRED. */
export type Authenticator = {
  account(token: string): Promise<AccountCaller>;
  service(token: string): Promise<ServiceCaller>;
  /** The caller with the roles of this moment, as they are stored. @throws {Refused} SERVICE_UNAVAILABLE when that cannot be told */
  current(caller: AccountCaller): Promise<AccountCaller>;
};

/**
 * Who calls, by the `Authorization` header: `Bearer` for people, `Service` for our own services.
 * @throws {Refused} NOT_SIGNED_IN, TOKEN_EXPIRED, or NOT_ALLOWED when the operation does not admit the caller.
 */
export async function authenticate(
  auth: Authenticator,
  { access, rights }: Pick<Endpoint, 'access' | 'rights'>,
  authorization: string | undefined,
): Promise<Caller | undefined> {
  const caller = await readCaller(auth, authorization);
  if (access === 'public') return caller?.kind === 'account' ? caller : undefined;
  if (!caller) throw new Refused('NOT_SIGNED_IN');
  if (access === 'internal') {
    if (caller.kind !== 'service') throw new Refused('NOT_FOUND');
    return caller;
  }
  if (caller.kind !== 'account') throw new Refused('NOT_ALLOWED');
  if (access === 'signedIn') return caller;
  const admits = ({ roles }: AccountCaller) => access.some((role) => roles.includes(role));
  if (!admits(caller)) throw new Refused('NOT_ALLOWED');
  if (rights !== 'fresh' || !holds(caller, 'operator')) return caller;
  const current = await auth.current(caller);
  if (!admits(current)) throw new Refused('NOT_ALLOWED');
  return current;
}

async function readCaller(
  auth: Authenticator,
  authorization: string | undefined,
): Promise<Caller | undefined> {
  if (authorization === undefined) return undefined;
  const [scheme, token] = authorization.split(' ', 2);
  if (token === undefined || token === '') throw new Refused('NOT_SIGNED_IN');
  if (scheme?.toLowerCase() === 'bearer') return auth.account(token);
  if (scheme?.toLowerCase() === 'service') return auth.service(token);
  throw new Refused('NOT_SIGNED_IN');
}
