import { formatMoment } from '@/design/format/date';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { pickupCodeTexts } from './texts';

const lookEveryMs = 10_000;

/** Until when the goods wait; when that is over, the leader may have given them to somebody else. */
export function CollectBefore({ instant }: { instant: string }) {
  const t = useTexts(pickupCodeTexts);
  const language = useLanguage();
  const now = useNow(lookEveryMs);
  const late = Date.parse(instant) <= now;
  return (
    <Words as="p" className={late ? 'lt-small lt-tomato' : 'lt-small lt-soft'}>
      {t(late ? 'late' : 'before', { moment: formatMoment(instant, now, language) })}
    </Words>
  );
}
