import { Countdown } from '@/design/components/Countdown';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { operatorTexts } from './texts';

type SellingHeadProps = {
  /** The round that takes orders; nothing between two. */
  cycle: { readonly pickupDate: string; readonly cutoffAt: string } | undefined;
  /** The one that opens after it. */
  next: { readonly opensAt: string } | undefined;
  onCutoff: () => void;
};

/** Whether a city sells at this moment: when it is collected and how long one may order, or when it goes on. */
export function SellingHead({ cycle, next, onCutoff }: SellingHeadProps) {
  const t = useTexts(operatorTexts);
  const language = useLanguage();
  return (
    <Box className="lt-row lt-row--between lt-row--wrap">
      <Box className="lt-column lt-column--tight">
        <Words as="h2" className="lt-head">
          {cycle ? t('selling') : t('notSelling')}
        </Words>
        <Words className="lt-small lt-soft">
          {cycle
            ? t('pickup', { day: formatNearDate(cycle.pickupDate, serverNow(), language) })
            : next && t('opens', { moment: formatMoment(next.opensAt, serverNow(), language) })}
        </Words>
      </Box>
      {cycle && (
        <Box className="lt-row">
          <Words className="lt-soft">{t('cutoff')}</Words>
          <Countdown until={cycle.cutoffAt} className="lt-title" onEnd={onCutoff} />
        </Box>
      )}
    </Box>
  );
}
