import { Instant, Language, Phone } from '../common';
import { endpoint, type RateLimit } from '../endpoint';
import { z } from '../zod';
import { NewPassword, SignedIn, Tokens } from './account';

/** Many people share one network address: only refused tries count there. Guessing is limited per account in addition. */
const refusedTries: readonly RateLimit[] = [
  { per: 'address', max: 300, windowSeconds: 600, countOnly: 'refusals' },
];

const language = Language.optional();

export const signInApi = {
  signInWithWechat: endpoint({
    id: 'identity.signInWithWechat',
    service: 'identity',
    method: 'post',
    path: '/sign-in/wechat',
    access: 'public',
    summary:
      'Signs in with the code of wx.login; opens the account at the first time. With the code of getPhoneNumber the phone number is linked, and an account that has this number already is taken.',
    body: z.strictObject({
      code: z.string().min(1).max(128),
      phoneCode: z.string().min(1).max(128).optional(),
      language,
    }),
    reply: SignedIn,
    status: 200,
    errors: ['WECHAT_CODE_REFUSED', 'ACCOUNT_CLOSED', 'TOO_MANY_REQUESTS', 'SERVICE_UNAVAILABLE'],
    idempotency: 'natural',
    limits: refusedTries,
  }),
  sendPhoneCode: endpoint({
    id: 'identity.sendPhoneCode',
    service: 'identity',
    method: 'post',
    path: '/sign-in/phone-codes',
    access: 'public',
    summary:
      'Sends a one-time code of six digits to a phone number: once a minute and ten times a day for each who asks, thirty times a day for all strangers to a number together. The reply does not tell whether the number is known.',
    body: z.strictObject({ phone: Phone, language }),
    reply: z.object({ expiresAt: Instant, nextAllowedAt: Instant }),
    status: 202,
    errors: ['TOO_MANY_CODES', 'TOO_MANY_REQUESTS', 'SERVICE_UNAVAILABLE'],
    idempotency: 'natural',
    limits: refusedTries,
  }),
  signInWithPhone: endpoint({
    id: 'identity.signInWithPhone',
    service: 'identity',
    method: 'post',
    path: '/sign-in/phone',
    access: 'public',
    summary:
      'Signs in with a phone number and the one-time code sent to it; opens the account at the first time. A code stands five wrong tries; further wrong tries lock the number for a while, longer each time.',
    body: z.strictObject({ phone: Phone, code: z.string().regex(/^[0-9]{6}$/), language }),
    reply: SignedIn,
    status: 200,
    errors: ['SIGN_IN_CODE_WRONG', 'SIGN_IN_LOCKED', 'ACCOUNT_CLOSED', 'TOO_MANY_REQUESTS'],
    idempotency: 'natural',
    limits: refusedTries,
  }),
  signInWithPassword: endpoint({
    id: 'identity.signInWithPassword',
    service: 'identity',
    method: 'post',
    path: '/sign-in/password',
    access: 'public',
    summary: 'Signs in an operator by user name and password.',
    body: z.strictObject({
      username: z.string().min(1).max(64),
      password: z.string().min(1).max(200),
      language,
    }),
    reply: SignedIn,
    status: 200,
    errors: ['PASSWORD_WRONG', 'SIGN_IN_LOCKED', 'ACCOUNT_CLOSED', 'TOO_MANY_REQUESTS'],
    idempotency: 'natural',
    limits: refusedTries,
  }),
  refreshTokens: endpoint({
    id: 'identity.refreshTokens',
    service: 'identity',
    method: 'post',
    path: '/tokens/refresh',
    access: 'public',
    summary:
      'Exchanges a refresh token for new tokens with the roles of this moment. Sent again within ten seconds (a lost reply) it gives the same successor; any later use of an exchanged token ends the session.',
    body: z.strictObject({ refreshToken: z.string().min(1).max(200) }),
    reply: Tokens,
    status: 200,
    errors: ['REFRESH_TOKEN_REFUSED', 'TOO_MANY_REQUESTS'],
    idempotency: 'natural',
    limits: refusedTries,
  }),
  signOut: endpoint({
    id: 'identity.signOut',
    service: 'identity',
    method: 'post',
    path: '/sign-out',
    access: 'signedIn',
    summary: 'Ends this session. Its access tokens end within seconds, everywhere.',
    idempotency: 'natural',
  }),
  signOutEverywhere: endpoint({
    id: 'identity.signOutEverywhere',
    service: 'identity',
    method: 'post',
    path: '/sign-out/everywhere',
    access: 'signedIn',
    summary: 'Ends all sessions of the account, this one too.',
    reply: z.object({ sessionsEnded: z.int() }),
    status: 200,
    idempotency: 'natural',
  }),
  changePassword: endpoint({
    id: 'identity.changePassword',
    service: 'identity',
    method: 'post',
    path: '/me/password',
    access: 'signedIn',
    summary:
      'Changes the password of an operator, ends all sessions of the account and signs in anew: go on with the tokens of the reply.',
    body: z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword: NewPassword }),
    reply: SignedIn,
    status: 200,
    errors: ['PASSWORD_WRONG', 'PASSWORD_TOO_SIMPLE', 'SIGN_IN_LOCKED', 'NOT_FOUND'],
    idempotency: 'natural',
  }),
};
