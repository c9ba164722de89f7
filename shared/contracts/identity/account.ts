import { ContactPhone, Instant, Language, Position, Text, Version } from '../common';
import { AccountId, AddressId, CityId, LeaderApplicationId, PickupPointId } from '../ids';
import { Role } from '../roles';
import { z } from '../zod';

export const ApplicationStatus = z.enum(['pending', 'approved', 'rejected']);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

export const DisplayName = Text(30).meta({ example: '邻居 4821' });
export const Username = z
  .string()
  .regex(
    /^[a-z][a-z0-9._-]{2,31}$/,
    'must be 3 to 32 lower-case letters, digits or . _ - and begin with a letter',
  )
  .meta({ example: 'operator' });
/** A password that somebody chooses; what is typed to sign in is only bounded. */
export const NewPassword = z.string().min(10).max(200);

/** The signed-in person's own account. */
export const MyAccount = z
  .object({
    accountId: AccountId,
    displayName: z.string(),
    /** First character of the display name: all that neighbours see. */
    initial: z.string(),
    phone: z.string().optional(),
    /** Signs in by password; only accounts of operators have one. */
    username: z.string().optional(),
    /** Whether WeChat is linked to the account. */
    wechat: z.boolean(),
    language: Language,
    /** Bigger type and targets, fewer choices. */
    largeType: z.boolean(),
    /** What the account may do at this moment; an access token carries the roles of the time it was made. */
    roles: z.array(Role),
    /** The first password must be changed before anything else can be done. */
    mustChangePassword: z.boolean(),
    /** Where the last application to become a leader stands. */
    leaderApplication: z.object({ applicationId: LeaderApplicationId, status: ApplicationStatus }).optional(),
    openedAt: Instant,
    version: Version,
  })
  .meta({ id: 'MyAccount' });
export type MyAccount = z.infer<typeof MyAccount>;

/** The tokens of one session. Keep the newest refresh token: each can be used once. */
export const Tokens = z
  .object({
    /** For `Authorization: Bearer …`; a JWT that lives ten minutes. */
    accessToken: z.string(),
    accessTokenExpiresAt: Instant,
    refreshToken: z.string(),
    refreshTokenExpiresAt: Instant,
  })
  .meta({ id: 'Tokens' });
export type Tokens = z.infer<typeof Tokens>;

export const SignedIn = z
  .object({
    tokens: Tokens,
    account: MyAccount,
    /** The account was opened by this sign-in. */
    opened: z.boolean(),
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

export const addressFields = {
  recipientName: Text(30),
  phone: ContactPhone,
  cityId: CityId,
  /** Compound and street: what a courier finds on a map. */
  area: Text(60),
  /** Building, unit, door. */
  door: Text(60),
  position: Position.optional(),
};
export const Address = z
  .object({ addressId: AddressId, ...addressFields, isDefault: z.boolean(), version: Version })
  .meta({ id: 'Address' });
export type Address = z.infer<typeof Address>;

/** What the applicant says of the place where neighbours would collect. */
export const applicationFields = {
  name: Text(30),
  phone: ContactPhone,
  cityId: CityId,
  /** An existing pickup point that the applicant wants to lead. */
  pickupPointId: PickupPointId.optional(),
  place: Text(60),
  address: Text(120),
  position: Position.optional(),
  coldStorage: z.boolean().default(false),
  message: Text(300, 0).default(''),
};
export const LeaderApplication = z
  .object({
    applicationId: LeaderApplicationId,
    accountId: AccountId,
    displayName: z.string(),
    ...applicationFields,
    coldStorage: z.boolean(),
    message: z.string(),
    status: ApplicationStatus,
    appliedAt: Instant,
    decidedAt: Instant.optional(),
    /** The pickup point that an approved applicant leads. */
    leadsPickupPointId: PickupPointId.optional(),
    rejectedBecause: z.string().optional(),
    version: Version,
  })
  .meta({ id: 'LeaderApplication' });
export type LeaderApplication = z.infer<typeof LeaderApplication>;

/** An account as operators see it. */
export const AccountRecord = z
  .object({
    accountId: AccountId,
    displayName: z.string(),
    phone: z.string().optional(),
    username: z.string().optional(),
    wechat: z.boolean(),
    roles: z.array(Role),
    /** A closed account cannot sign in until an operator opens it again. */
    closed: z.boolean(),
    openedAt: Instant,
    lastSignInAt: Instant.optional(),
    version: Version,
  })
  .meta({ id: 'AccountRecord' });
export type AccountRecord = z.infer<typeof AccountRecord>;
