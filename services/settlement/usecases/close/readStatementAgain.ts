import { found } from '#shared/kit/domainError';
import { type DayClose } from '../../domain/close/dayClose';
import { type SettlementDeps } from '../deps';
import { type DayWish, getDayClose } from './getDayClose';

/**
 * Has the statement of a day read once more, within seconds. Twice in a row is once.
 * @throws {Refused} as `getDayClose`
 */
export async function readStatementAgain(
  deps: Pick<SettlementDeps, 'dayCloses' | 'now'>,
  wish: DayWish,
): Promise<DayClose> {
  await getDayClose(deps, wish);
  return found(await deps.dayCloses.again(wish.provider, wish.day, deps.now(), 'read'));
}
