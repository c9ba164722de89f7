import { type AccountId, type SessionId } from '../../contracts/ids';
import { type Role, type ServiceName } from '../../contracts/roles';
import { type Language } from '../../contracts/common';

/** A signed-in person, as their access token tells. */
export type AccountCaller = {
  readonly kind: 'account';
  readonly accountId: AccountId;
  readonly sessionId: SessionId;
  readonly roles: readonly Role[];
  readonly language?: Language;
};

/** Another of our services. */
export type ServiceCaller = { readonly kind: 'service'; readonly service: ServiceName };

export type Caller = AccountCaller | ServiceCaller;

/** Whether the caller holds `role`. */
export const holds = (caller: AccountCaller, role: Role): boolean => caller.roles.includes(role);
