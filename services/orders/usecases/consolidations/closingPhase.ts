import { type Delivery } from '../../clients/terms';
import { type Closing, type ClosingStore } from '../../storage/closingStore';
import { type ConsolidationStore } from '../../storage/consolidationStore';
import { type GroupOrderStore } from '../../storage/groupOrderStore';
import { type OrdersDeps } from '../deps';

export type ClosingDeps = Pick<OrdersDeps, 'orders' | 'catalog' | 'terms' | 'now' | 'log'> & {
  readonly groups: GroupOrderStore;
  readonly closings: ClosingStore;
  readonly consolidations: ConsolidationStore;
  readonly delivery: Delivery;
};

/** What one phase of a closing works with. */
export type Phase = {
  readonly deps: ClosingDeps;
  readonly closing: Closing;
  /** Says that this process is still at it. @throws {LeaseLost} when another took over. */
  readonly alive: () => Promise<void>;
};

/** What a phase changes when it is done; undefined: it has to wait. Begun again after a crash, it comes to the same. */
export type PhaseStep = (phase: Phase) => Promise<Partial<Closing> | undefined>;
