import type { Clock } from '../../kit/clock';
import type { StatementFaults } from '../kit/statementFaults';
import type { RefundRecord } from './state/records';
import type { Store } from './state/store';

/** What the wallets and banks of this sandbox do with refunds that take a while. */
export type RefundBehaviour = {
  /** `automatic`: settled after `delayMs`; `held`: only when the control API says so. */
  mode: 'automatic' | 'held';
  delayMs: number;
  /** So many of the next refunds fail instead of succeeding. */
  failNext: number;
};

/** What every operation stands on. Operations are synchronous: they see and leave a consistent state. */
export type World = {
  store: Store;
  now: Clock;
  /** Where people reach the sandbox's pages, without a slash at the end. */
  publicUrl: string;
  /** Smallest and largest payable amount, in minor units. */
  limits: { minimum: number; maximum: number };
  refunds: RefundBehaviour;
  /** What is kept of each payment, in hundredths of a percent; nothing comes back with a refund. */
  feeRate: number;
  /** What its list of balance transactions says wrongly. */
  statementFaults: StatementFaults;
  /** Sees to it that a refund which settles or fails later does so. */
  watchRefund: (refund: RefundRecord) => void;
  /** Whether somebody listens for events of a type. */
  listensTo: (type: string) => boolean;
  /** The API request that is being worked on, for `event.request`. */
  request: { id: string; key: string | null } | null;
};

/** Now, in Stripe's unit: whole seconds since 1970. */
export const seconds = (world: Pick<World, 'now'>) => Math.floor(world.now().getTime() / 1000);
