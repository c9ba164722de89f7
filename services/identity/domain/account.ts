import { type Language, type Position } from '#shared/contracts/common';
import { type AccountId, type AddressId, type CityId } from '#shared/contracts/ids';
import { type Role, roles as allRoles } from '#shared/contracts/roles';

export type PostalAddress = {
  readonly addressId: AddressId;
  readonly recipientName: string;
  readonly phone: string;
  readonly cityId: CityId;
  readonly area: string;
  readonly door: string;
  readonly position?: Position;
  readonly isDefault: boolean;
  readonly version: number;
};

export type Password = {
  readonly hash: string;
  /** A first password, known to whoever gave it: nothing else may be done with it than change it. */
  readonly mustChange: boolean;
  /** The first operator's first password itself, until somebody has signed in with it. */
  readonly unused?: string;
};

/** A person who can sign in, or could until an operator closed the account. */
export type Account = {
  readonly _id: AccountId;
  readonly status: 'open' | 'closed';
  readonly displayName: string;
  readonly language: Language;
  readonly largeType: boolean;
  readonly roles: readonly Role[];
  readonly phone?: string;
  readonly wechatOpenid?: string;
  /** Whose wallet pays in WeChat's browser, by the official account that was told. */
  readonly officialOpenids?: Readonly<Record<string, string>>;
  readonly username?: string;
  readonly password?: Password;
  readonly addresses: readonly PostalAddress[];
  readonly openedAt: Date;
  readonly lastSignInAt?: Date;
  /** Made by the demo: the demo's code signs in. */
  readonly demo?: true;
  readonly version: number;
};

export const maxAddresses = 20;
/** So long the id of a deleted account is kept, so that what refers to it is known to be nobody. */
export const tombstoneDays = 30;

/** The name of somebody who has not told theirs: 邻居 and four digits. `draw` is in [0, 1). */
export function defaultDisplayName(language: Language, draw: number): string {
  const digits = String(Math.floor(draw * 10_000)).padStart(4, '0');
  return language === 'zh-CN' ? `邻居${digits}` : `Neighbour ${digits}`;
}

/** Whether nobody has chosen this name. */
export const isDefaultDisplayName = (name: string): boolean => /^(邻居|Neighbour )\d{4}$/.test(name);

/** All that neighbours may see of a name: its first character. */
export const initialOf = (displayName: string): string => Array.from(displayName)[0] ?? '';

/** What the account may do now: with a first password only what every shopper may. */
export const effectiveRoles = (account: Pick<Account, 'roles' | 'password'>): readonly Role[] =>
  account.password?.mustChange === true ? ['shopper'] : account.roles;

/** `roles` with or without `role`, in the usual order. */
export const withRole = (roles: readonly Role[], role: Role): Role[] =>
  allRoles.filter((one) => one === role || roles.includes(one));
export const withoutRole = (roles: readonly Role[], role: Role): Role[] =>
  allRoles.filter((one) => one !== role && roles.includes(one));

/** `addresses` with this one in place of the one with its id. Each city has exactly one default address. */
export function putAddress(addresses: readonly PostalAddress[], address: PostalAddress): PostalAddress[] {
  const others = addresses.filter(({ addressId }) => addressId !== address.addressId);
  const replaced = ({ cityId }: PostalAddress) => address.isDefault && cityId === address.cityId;
  return withDefaults([
    ...others.map((other) => (replaced(other) ? { ...other, isDefault: false } : other)),
    address,
  ]);
}

/** `addresses` without one of them; the oldest left of its city becomes the default one if need be. */
export const dropAddress = (addresses: readonly PostalAddress[], addressId: AddressId): PostalAddress[] =>
  withDefaults(addresses.filter((one) => one.addressId !== addressId));

/** The oldest address of each city that has no default one becomes it. */
function withDefaults(addresses: readonly PostalAddress[]): PostalAddress[] {
  const settled = new Set(addresses.flatMap(({ cityId, isDefault }) => (isDefault ? [cityId] : [])));
  return addresses.map((one) => {
    if (settled.has(one.cityId)) return one;
    settled.add(one.cityId);
    return { ...one, isDefault: true };
  });
}
