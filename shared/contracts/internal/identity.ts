import { endpoint } from '../endpoint';
import { AccountId, SessionId } from '../ids';
import { Instant, Language } from '../common';
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
  getRights: endpoint({
    id: 'identity.getRights',
    service: 'identity',
    method: 'get',
    path: '/internal/accounts/:accountId/rights/:sessionId',
    access: 'internal',
    summary: 'What an account may do at this moment, by one of its sessions.',
    params: z.strictObject({ accountId: AccountId, sessionId: SessionId }),
    reply: z.object({ roles: z.array(Role) }),
    errors: ['NOT_SIGNED_IN'],
  }),
  listEndedSessions: endpoint({
    id: 'identity.listEndedSessions',
    service: 'identity',
    method: 'get',
    path: '/internal/sessions/ended',
    access: 'internal',
    summary:
      'Sessions that ended since a moment, the first ended first, as long as access tokens of theirs may be out; at most 5,000.',
    query: z.strictObject({ since: Instant }),
    reply: z.object({ sessions: z.array(z.object({ sessionId: SessionId, endedAt: Instant })) }),
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
  findWechatOpenid: endpoint({
    id: 'identity.findWechatOpenid',
    service: 'identity',
    method: 'post',
    path: '/internal/accounts/:accountId/wechat-openid',
    access: 'internal',
    summary:
      'The openid by which WeChat knows a person in our mini program: of the code of `wx.login` where one is given, else of the account; or, where an official account is named, in WeChat’s browser. None where nothing tells it.',
    params: z.strictObject({ accountId: AccountId }),
    body: z.strictObject({
      loginCode: z.string().min(1).max(200).optional(),
      officialAppId: z.string().min(1).max(64).optional(),
    }),
    reply: z.object({ openid: z.string().optional() }),
    status: 200,
    errors: ['SERVICE_UNAVAILABLE'],
    idempotency: 'natural',
  }),
};
