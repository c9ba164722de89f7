import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type Difference } from '../../domain/close/difference';
import { type SettlementDeps } from '../deps';
import { type DayWish } from './getDayClose';

/** Everything that differed on a day, whatever became of it. */
export const listDayDifferences = (
  { differences }: Pick<SettlementDeps, 'differences'>,
  { provider, day }: DayWish,
  wish: PageWish,
): Promise<Page<Difference>> => differences.listOfDay(provider, day, wish);
