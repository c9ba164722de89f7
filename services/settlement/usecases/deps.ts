import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type Stores } from '../storage/stores';

/** What the use cases of settlement work with; each takes the part that it needs. */
export type SettlementDeps = Stores & {
  readonly now: Clock;
  readonly log: Log;
};
