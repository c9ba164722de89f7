import type { Clock } from '../../kit/clock';
import type { StatementFaults } from '../kit/statementFaults';
import type { PlatformCertificate, WechatPayAccount } from './account';
import type { RefundOutcome, RefundRecord } from './state/records';
import type { Store } from './state/store';

/** What the banks of this stand-in do with refunds. */
export type RefundBehaviour = {
  /** `automatic`: settled after `delayMs`; `held`: only when the control says so. */
  mode: 'automatic' | 'held';
  delayMs: number;
  /** So many of the next refunds end as `failAs` instead of succeeding. */
  failNext: number;
  failAs: Exclude<RefundOutcome, 'SUCCESS'>;
  /** So many of the next requests find too little money on the merchant's account. */
  shortNext: number;
};

/** How WeChat Pay signs: as merchants since October 2024 have it, or by certificates as older ones. */
export type Verification = 'public_key' | 'certificate';

/** What every operation stands on. Operations are synchronous: they see and leave a consistent state. */
export type World = {
  store: Store;
  now: Clock;
  account: WechatPayAccount;
  /** Newest first; the first one signs. */
  certificates: PlatformCertificate[];
  verification: Verification;
  /** Where people reach the pages, without a slash at the end. */
  publicUrl: string;
  /** Where the merchant's own calls lead, for the address of bills. */
  apiUrl: () => string;
  refunds: RefundBehaviour;
  /** What its bills say wrongly. */
  statementFaults: StatementFaults;
  /** Sees to it that a refund which ends later does so. */
  watchRefund: (refund: RefundRecord) => void;
};

export const time = (world: Pick<World, 'now'>) => world.now().getTime();
