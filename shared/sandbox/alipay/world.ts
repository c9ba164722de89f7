import type { Clock } from '../../kit/clock';
import type { StatementFaults } from '../kit/statementFaults';
import type { AlipayAccount } from './account';
import type { Store } from './state/store';

/** How refunds end. */
export type RefundBehaviour = {
  /** `automatic`: at once; `held`: only when the control says so. */
  mode: 'automatic' | 'held';
  /** So many of the next requests find too little money on the merchant's account. */
  shortNext: number;
};

/** What every operation stands on. Operations are synchronous: they see and leave a consistent state. */
export type World = {
  store: Store;
  now: Clock;
  account: AlipayAccount;
  /** Where people reach the pages, without a slash at the end. */
  publicUrl: string;
  /** Where the merchant's own calls lead, for the address of bills. */
  apiUrl: () => string;
  refunds: RefundBehaviour;
  /** What its bills say wrongly. */
  statementFaults: StatementFaults;
  /** Whose code for `alipay.system.oauth.token` it is; a code works once. */
  redeemCode: (code: string) => string;
};

export const time = (world: Pick<World, 'now'>) => world.now().getTime();
