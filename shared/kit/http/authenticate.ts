import { type Access } from '../../contracts/endpoint';
import { Refused } from '../domainError';
import { type AccountCaller, type Caller, type ServiceCaller } from './caller';

/** Turns the two kinds of credentials into callers; both refuse with NOT_SIGNED_IN or TOKEN_EXPIRED. */
export type Authenticator = {
  account(token: string): Promise<AccountCaller>;
  service(token: string): Promise<ServiceCaller>;
};

/**
 * Who calls, by the `Authorization` header: `Bearer` for people, `Service` for our own services.
 * @throws {Refused} NOT_SIGNED_IN, TOKEN_EXPIRED, or NOT_ALLOWED when `access` does not admit the caller.
 */
export async function authenticate(
  auth: Authenticator,
  access: Access,
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
  if (access !== 'signedIn' && !access.some((role) => caller.roles.includes(role)))
    throw new Refused('NOT_ALLOWED');
  return caller;
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
