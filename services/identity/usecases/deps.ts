import { type eventCatalogue } from '#shared/contracts/events';
import { type Language } from '#shared/contracts/common';
import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { eventFactory } from '#shared/kit/outbox/outboxEvent';
import { type AccountStore } from '../storage/accountStore';
import { type ApplicationStore } from '../storage/applicationStore';
import { type CodeBudgetStore } from '../storage/codeBudgetStore';
import { type PhoneCodeStore } from '../storage/phoneCodeStore';
import { type SessionStore } from '../storage/sessionStore';
import { type SignInTryStore } from '../storage/signInTryStore';
import { type TombstoneStore } from '../storage/tombstoneStore';
import { type SigningKeys } from '../tokens/signingKeys';

/** Brings a one-time code to a phone; throws when it cannot. */
export type CodeDelivery = (phone: string, code: string, language: Language) => Promise<void>;

/** What WeChat tells of the person behind the codes of wx.login and getPhoneNumber. */
export type WechatIdentity = {
  /** @throws {Refused} WECHAT_CODE_REFUSED, SERVICE_UNAVAILABLE */
  openidOf(code: string): Promise<string>;
  /** The mainland number, if it is one. @throws {Refused} WECHAT_CODE_REFUSED, SERVICE_UNAVAILABLE */
  phoneOf(phoneCode: string): Promise<string | undefined>;
};

/** Where WeChat tells who uses its browser. */
export type OfficialAccount = {
  readonly appId: string;
  /** Known to WeChat and us alone. */
  readonly secret: string;
  /** Leads a person over WeChat to `returnPath` of ours. */
  askUrl(returnPath: string, state: string): string;
  /** @throws {Refused} PAYER_UNKNOWN when the code is wrong, used or expired; SERVICE_UNAVAILABLE */
  openidOf(code: string): Promise<string>;
};

/** What identity's use cases stand on. */
export type IdentityDeps = {
  readonly accounts: AccountStore;
  readonly tombstones: TombstoneStore;
  readonly sessions: SessionStore;
  readonly codes: PhoneCodeStore;
  readonly tries: SignInTryStore;
  readonly budgets: CodeBudgetStore;
  readonly applications: ApplicationStore;
  readonly keys: SigningKeys;
  readonly wechat: WechatIdentity;
  /** Absent where nobody pays in WeChat's browser. */
  readonly officialAccount: OfficialAccount | undefined;
  readonly deliverCode: CodeDelivery;
  /** The code that signs in the accounts of the demo; none outside a demo. */
  readonly demoCode: string | undefined;
  readonly now: Clock;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
};

export const identityEvent = eventFactory<typeof eventCatalogue>();
