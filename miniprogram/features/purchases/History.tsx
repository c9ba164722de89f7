import { type SupplierOrder } from '#shared/contracts/settlement/supplierViews';
import { Card } from '@/design/components/Card';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { purchaseTexts } from './texts';

/** When it was sent, seen and answered, in the order in which it happened. */
export function History({ order }: { order: SupplierOrder }) {
  const t = useTexts(purchaseTexts);
  const language = useLanguage();
  const at = (instant: string) => formatMoment(instant, serverNow(), language);
  const { sendings, seenAt, answers, linkEndsAt } = order;
  const events = [
    ...sendings.map((one) => ({ when: one.at, note: undefined, text: sendingText(one) })),
    ...(seenAt === undefined
      ? []
      : [{ when: seenAt, note: undefined, text: t('seenAt', { moment: at(seenAt) }) }]),
    ...answers.map(({ at: when, by, note }) => ({
      ...{ when, note },
      text: t(by === 'supplier' ? 'answeredBy' : 'answeredFor', { moment: at(when) }),
    })),
  ].sort((a, b) => (a.when < b.when ? -1 : 1));

  function sendingText({ at: when, by, to = '', leftAt }: SupplierOrder['sendings'][number]): string {
    if (by === 'link') return t('linkGiven', { moment: at(when) });
    return t(leftAt === undefined ? 'mailWaits' : 'mailTo', { moment: at(leftAt ?? when), to });
  }

  return (
    <Card label={t('history')}>
      <Box className="lt-column lt-column--tight">
        <Words as="h2" className="lt-head">
          {t('history')}
        </Words>
        {events.length === 0 && <Words className="lt-soft">{t('notSent')}</Words>}
        {events.map(({ when, text, note }, index) => (
          <Box key={`${when}-${index}`} className="lt-column lt-column--tight">
            <Words>{text}</Words>
            {note !== undefined && <Words className="lt-small lt-soft">{note}</Words>}
          </Box>
        ))}
        {linkEndsAt !== undefined && (
          <Words className="lt-small lt-soft">{t('linkEnds', { moment: at(linkEndsAt) })}</Words>
        )}
      </Box>
    </Card>
  );
}
