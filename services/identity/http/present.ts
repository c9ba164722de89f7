import {
  type AccountRecord,
  type Address,
  type LeaderApplication as PresentedApplication,
  type MyAccount,
  type SignedIn,
  type Tokens,
} from '#shared/contracts/identity/account';
import { type AccountCard } from '#shared/contracts/internal/identity';
import { type Account, initialOf, type PostalAddress } from '../domain/account';
import { type LeaderApplication } from '../domain/leaderApplication';
import { type IssuedTokens } from '../usecases/beginSession';
import { type SignInResult } from '../usecases/signInWithPhone';

const given = <K extends string, T>(name: K, value: T | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<K, T>>;

export function presentMe(account: Account, application: LeaderApplication | undefined): MyAccount {
  return {
    accountId: account._id,
    displayName: account.displayName,
    initial: initialOf(account.displayName),
    ...given('phone', account.phone),
    ...given('username', account.username),
    wechat: account.wechatOpenid !== undefined,
    language: account.language,
    largeType: account.largeType,
    roles: [...account.roles],
    mustChangePassword: account.password?.mustChange ?? false,
    ...(application
      ? { leaderApplication: { applicationId: application._id, status: application.status } }
      : {}),
    openedAt: account.openedAt.toISOString(),
    version: account.version,
  };
}

export const presentTokens = (tokens: IssuedTokens): Tokens => ({
  accessToken: tokens.accessToken,
  accessTokenExpiresAt: tokens.accessTokenExpiresAt.toISOString(),
  refreshToken: tokens.refreshToken,
  refreshTokenExpiresAt: tokens.refreshTokenExpiresAt.toISOString(),
});

export const presentSignIn = (
  { account, opened, tokens }: SignInResult,
  application: LeaderApplication | undefined,
): SignedIn => ({ tokens: presentTokens(tokens), account: presentMe(account, application), opened });

export const presentAddress = (address: PostalAddress): Address => ({
  addressId: address.addressId,
  recipientName: address.recipientName,
  phone: address.phone,
  cityId: address.cityId,
  area: address.area,
  door: address.door,
  ...given('position', address.position),
  isDefault: address.isDefault,
  version: address.version,
});

export const presentApplication = (application: LeaderApplication): PresentedApplication => ({
  applicationId: application._id,
  accountId: application.accountId,
  displayName: application.displayName,
  name: application.name,
  phone: application.phone,
  cityId: application.cityId,
  ...given('pickupPointId', application.pickupPointId),
  place: application.place,
  address: application.address,
  ...given('position', application.position),
  coldStorage: application.coldStorage,
  message: application.message,
  status: application.status,
  appliedAt: application.appliedAt.toISOString(),
  ...(application.status === 'pending' ? {} : { decidedAt: application.decidedAt.toISOString() }),
  ...(application.status === 'approved' ? { leadsPickupPointId: application.leadsPickupPointId } : {}),
  ...(application.status === 'rejected' ? { rejectedBecause: application.rejectedBecause } : {}),
  version: application.version,
});

export const presentRecord = (account: Account): AccountRecord => ({
  accountId: account._id,
  displayName: account.displayName,
  ...given('phone', account.phone),
  ...given('username', account.username),
  wechat: account.wechatOpenid !== undefined,
  roles: [...account.roles],
  closed: account.status === 'closed',
  openedAt: account.openedAt.toISOString(),
  ...given('lastSignInAt', account.lastSignInAt?.toISOString()),
  version: account.version,
});

export const presentCard = (account: Account): AccountCard => ({
  accountId: account._id,
  displayName: account.displayName,
  initial: initialOf(account.displayName),
  ...given('phone', account.phone),
  language: account.language,
  roles: [...account.roles],
});
