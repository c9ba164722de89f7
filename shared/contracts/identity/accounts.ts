import { page, pageQuery, Phone, Text } from '../common';
import { endpoint } from '../endpoint';
import { AccountId } from '../ids';
import { Role } from '../roles';
import { z } from '../zod';
import { AccountRecord, DisplayName, NewPassword, Username } from './account';

const params = z.strictObject({ accountId: AccountId });
/** Every account is a shopper: that role is neither granted nor taken. */
const GrantableRole = Role.exclude(['shopper']);
const roleParams = z.strictObject({ accountId: AccountId, role: GrantableRole });

export const accountsApi = {
  listAccounts: endpoint({
    id: 'identity.listAccounts',
    service: 'identity',
    method: 'get',
    path: '/accounts',
    access: ['operator'],
    summary:
      'Accounts, the newest first; searched by the beginning of a word of a display name or user name (in Chinese of any character), or by three or more digits in a row of a phone number.',
    query: z.strictObject({ ...pageQuery, search: Text(40).optional(), role: Role.optional() }),
    reply: page(AccountRecord),
  }),
  getAccount: endpoint({
    id: 'identity.getAccount',
    service: 'identity',
    method: 'get',
    path: '/accounts/:accountId',
    access: ['operator'],
    summary: 'One account.',
    params,
    reply: AccountRecord,
    errors: ['NOT_FOUND'],
  }),
  grantRole: endpoint({
    id: 'identity.grantRole',
    service: 'identity',
    method: 'put',
    path: '/accounts/:accountId/roles/:role',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Gives an account a role; it takes effect when its access token is refreshed.',
    params: roleParams,
    reply: AccountRecord,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  revokeRole: endpoint({
    id: 'identity.revokeRole',
    service: 'identity',
    method: 'delete',
    path: '/accounts/:accountId/roles/:role',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Takes a role from an account and ends its sessions; not your own operator role.',
    params: roleParams,
    reply: AccountRecord,
    errors: ['NOT_FOUND', 'OWN_ACCOUNT'],
    idempotency: 'natural',
  }),
  createOperator: endpoint({
    id: 'identity.createOperator',
    service: 'identity',
    method: 'post',
    path: '/accounts/operators',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Opens an operator’s account with a first password, which must be changed at the first sign-in.',
    body: z.strictObject({ username: Username, displayName: DisplayName, firstPassword: NewPassword }),
    reply: AccountRecord,
    status: 201,
    errors: ['USERNAME_TAKEN', 'PASSWORD_TOO_SIMPLE'],
    idempotency: 'required',
  }),
  createCourier: endpoint({
    id: 'identity.createCourier',
    service: 'identity',
    method: 'post',
    path: '/accounts/couriers',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Makes the person with this phone number a courier; opens the account if there is none. The courier signs in with a code sent to the phone.',
    body: z.strictObject({ phone: Phone, displayName: DisplayName }),
    reply: AccountRecord,
    status: 201,
    idempotency: 'natural',
  }),
  endSessions: endpoint({
    id: 'identity.endSessions',
    service: 'identity',
    method: 'post',
    path: '/accounts/:accountId/sign-out',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Ends all sessions of an account, for a lost phone: it may sign in again at once. Its access tokens end within seconds, everywhere.',
    params,
    reply: z.object({ sessionsEnded: z.int() }),
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  closeAccount: endpoint({
    id: 'identity.closeAccount',
    service: 'identity',
    method: 'post',
    path: '/accounts/:accountId/close',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Ends all sessions of an account and lets it sign in no more; not your own.',
    params,
    reply: AccountRecord,
    status: 200,
    errors: ['NOT_FOUND', 'OWN_ACCOUNT'],
    idempotency: 'natural',
  }),
  reopenAccount: endpoint({
    id: 'identity.reopenAccount',
    service: 'identity',
    method: 'post',
    path: '/accounts/:accountId/reopen',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Lets a closed account sign in again.',
    params,
    reply: AccountRecord,
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
};
