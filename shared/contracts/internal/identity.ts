import { endpoint } from '../endpoint';
import { AccountId } from '../ids';
import { Language } from '../common';
import { Role } from '../roles';
import { z } from '../zod';

/** How other services see a person. */
export const AccountCard = z.object({
  accountId: AccountId,
  displayName: z.string(),
  /** First character of the display name: all that neighbours may see. */
  initial: z.string().max(2),
  phone: z.string().optional(),
  language: Language,
  roles: z.array(Role),
});
export type AccountCard = z.infer<typeof AccountCard>;

export const identityInternal = {
  getSigningKeys: endpoint({
    id: 'identity.getSigningKeys',
    service: 'identity',
    method: 'get',
    path: '/internal/jwks',
    access: 'internal',
    summary: 'The public keys that access tokens are signed with, as a JSON Web Key Set.',
    reply: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  }),
  lookUpAccounts: endpoint({
    id: 'identity.lookUpAccounts',
    service: 'identity',
    method: 'post',
    path: '/internal/accounts/lookup',
    access: 'internal',
    summary: 'Names of several accounts at once; unknown and deleted ones are left out.',
    body: z.strictObject({ accountIds: z.array(AccountId).min(1).max(500) }),
    reply: z.object({ accounts: z.array(AccountCard) }),
    status: 200,
    idempotency: 'natural',
    maxBodyBytes: 128 * 1024,
  }),
};
