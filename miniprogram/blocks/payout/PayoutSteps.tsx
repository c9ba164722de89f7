import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { Timeline } from '@/design/components/Timeline';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { payoutTexts } from './texts';

/** What happened to a payout so far. */
export function PayoutSteps({ payout: { steps } }: { payout: PayoutView }) {
  const t = useTexts(payoutTexts);
  const language = useLanguage();
  return (
    <Timeline
      label={t('steps')}
      steps={steps.map(({ kind, at, amount, reason }, place) => {
        const moment = formatMoment(at, serverNow(), language);
        return {
          key: String(place),
          title: t(`step_${kind}`, { amount: formatMoney(amount) }),
          detail: reason === undefined ? moment : t('because', { moment, reason }),
          state: kind === 'returned' ? ('failed' as const) : ('done' as const),
        };
      })}
    />
  );
}
