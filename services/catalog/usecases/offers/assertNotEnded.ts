import { Refused } from '#shared/kit/domainError';
import { type Cycle } from '../../domain/range';

/** @throws {Refused} CYCLE_NOT_EDITABLE after cutoff */
export function assertNotEnded({ cutoffAt }: Cycle, now: Date): void {
  if (cutoffAt <= now) throw new Refused('CYCLE_NOT_EDITABLE');
}
