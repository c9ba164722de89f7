import { useEffect } from 'react';
import { formatMoment } from '@/design/format/date';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { pickupCodeTexts } from './texts';

const tickMs = 10_000;
const lookAgainMs = 15_000;

type CollectBeforeProps = {
  instant: string;
  /** Asks for the code anew. */
  lookAgain: () => unknown;
};

/**
 * Until when the goods wait. When that is over the leader decides at any moment; that they wait longer is no change of the order,
 * so nobody tells: it is asked for.
 */
export function CollectBefore({ instant, lookAgain }: CollectBeforeProps) {
  const t = useTexts(pickupCodeTexts);
  const language = useLanguage();
  const now = useNow(tickMs);
  const late = Date.parse(instant) <= now;
  useEffect(() => {
    if (!late) return;
    const timer = setInterval(lookAgain, lookAgainMs);
    return () => clearInterval(timer);
  }, [late, lookAgain]);
  return (
    <Words as="p" className={late ? 'lt-small lt-tomato' : 'lt-small lt-soft'}>
      {t(late ? 'late' : 'before', { moment: formatMoment(instant, now, language) })}
    </Words>
  );
}
