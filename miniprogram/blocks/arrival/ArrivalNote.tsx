import { type StopView } from '#shared/contracts/delivery/stopViews';
import { formatDistance } from '@/design/format/measure';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { arrivalTexts } from './texts';

/** That the courier's phone was elsewhere when the arrival was told, or did not tell where; nothing when all is well. */
export function ArrivalNote({ stop: { arrivalDoubt: doubt } }: { stop: StopView }) {
  const t = useTexts(arrivalTexts);
  const language = useLanguage();
  if (!doubt) return null;
  if (doubt.kind === 'unplaced') return <Words className="lt-small lt-soft">{t('unplaced')}</Words>;
  const distance = formatDistance(doubt.metres, language);
  const words = t('far', { distance, reason: t(doubt.reason) });
  return (
    <Words className="lt-small lt-tomato">
      {doubt.note === undefined ? words : `${words} · ${doubt.note}`}
    </Words>
  );
}
