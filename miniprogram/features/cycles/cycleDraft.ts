import { type Cycle } from '#shared/contracts/catalog/cycles';
import { isFilled } from '@/blocks/form/check';
import { type Wrong } from '@/blocks/form/refusal';
import { isProblem } from '@/client/apiProblem';
import { cityDateOf, cityInstant, daysAfter, formatTime } from '@/design/format/date';
import { translateNow } from '@/i18n/texts';
import { cyclesTexts } from './texts';

export type CycleDraft = {
  readonly version: number;
  readonly opensDate: string;
  readonly opensTime: string;
  readonly cutoffDate: string;
  readonly cutoffTime: string;
  readonly pickupDate: string;
};

export const cycleDraft = ({ version, opensAt, cutoffAt, pickupDate }: Cycle): CycleDraft => ({
  version,
  opensDate: cityDateOf(opensAt),
  opensTime: formatTime(opensAt),
  cutoffDate: cityDateOf(cutoffAt),
  cutoffTime: formatTime(cutoffAt),
  pickupDate,
});

/** What a new cycle begins with: it follows the latest one and is as long as a day; goods come the day after. */
export const nextCycleDraft = (latest: Cycle | undefined, now: number): CycleDraft => {
  const follows = latest && Date.parse(latest.cutoffAt) > now ? latest.cutoffAt : new Date(now).toISOString();
  const time = latest ? formatTime(latest.cutoffAt) : '23:00';
  const opensDate = cityDateOf(follows);
  const opensTime = formatTime(follows);
  const sameDay = opensTime < time;
  const cutoffDate = sameDay ? opensDate : daysAfter(opensDate, 1);
  return {
    version: 0,
    opensDate,
    opensTime,
    cutoffDate,
    cutoffTime: time,
    pickupDate: daysAfter(cutoffDate, 1),
  };
};

export const windowOf = (draft: CycleDraft) => ({
  opensAt: cityInstant(draft.opensDate, draft.opensTime) ?? '',
  cutoffAt: cityInstant(draft.cutoffDate, draft.cutoffTime) ?? '',
  pickupDate: draft.pickupDate,
});

export const checkCycle = (draft: CycleDraft, now: number): Wrong<CycleDraft> => {
  const t = translateNow(cyclesTexts);
  const { opensAt, cutoffAt } = windowOf(draft);
  const closed = Date.parse(cutoffAt) <= now ? t('cutoffAhead') : undefined;
  const early = cutoffAt <= opensAt ? t('cutoffAfter') : closed;
  // Of a day that is too early no time would do.
  const onDay = draft.cutoffDate < draft.opensDate;
  return {
    opensDate: isFilled(draft.opensDate),
    opensTime: isFilled(draft.opensTime),
    cutoffDate: isFilled(draft.cutoffDate) ?? (onDay ? early : undefined),
    cutoffTime: isFilled(draft.cutoffTime) ?? (onDay ? undefined : early),
    pickupDate:
      isFilled(draft.pickupDate) ?? (draft.pickupDate < draft.cutoffDate ? t('pickupAfter') : undefined),
  };
};

/** Which field a refusal is about. */
export const refusedCycle = (error: unknown): Wrong<CycleDraft> => {
  const t = translateNow(cyclesTexts);
  if (isProblem(error, 'ALREADY_EXISTS')) return { opensTime: t('overlaps'), cutoffTime: t('overlaps') };
  if (isProblem(error, 'CYCLE_NOT_EDITABLE')) return { opensTime: t('begun') };
  return {};
};
