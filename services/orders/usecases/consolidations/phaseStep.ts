import { type Closing } from '../../storage/closingStore';
import { type OrdersDeps } from '../deps';

export type ClosingDeps = Pick<
  OrdersDeps,
  | 'orders'
  | 'cycleOrders'
  | 'groupOrders'
  | 'closings'
  | 'consolidations'
  | 'catalog'
  | 'delivery'
  | 'terms'
  | 'now'
  | 'log'
>;

/** What one phase of a closing works with. */
export type Phase = {
  readonly deps: ClosingDeps;
  readonly closing: Closing;
  /** Says that this process is still at it, if it has not just said so. @throws {LeaseLost} when another took over. */
  readonly alive: () => Promise<void>;
};

/** What a phase changes when it is done; undefined: it has to wait. Begun again after a crash, it comes to the same. */
export type PhaseStep = (phase: Phase) => Promise<Partial<Closing> | undefined>;
