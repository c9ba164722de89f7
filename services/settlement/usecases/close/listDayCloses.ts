import { type Page } from '#shared/contracts/common';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type DayClose } from '../../domain/close/dayClose';
import { type SettlementDeps } from '../deps';

/** Newest day first. */
export const listDayCloses = (
  { dayCloses }: Pick<SettlementDeps, 'dayCloses'>,
  wish: PageWish,
): Promise<Page<DayClose>> => dayCloses.list(wish);
