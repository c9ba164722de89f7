import { type Quote } from '#shared/contracts/orders/quotes';
import { Card } from '@/design/components/Card';
import { formatMoment } from '@/design/format/date';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { type Way } from './HowCard';
import { checkoutTexts } from './texts';

/** What will happen after ordering, said plainly. */
export function NextCard({ quote, way }: { quote: Quote; way: Way }) {
  const t = useTexts(checkoutTexts);
  const language = useLanguage();
  const steps = [
    t('next1', { n: quote.holdMinutes }),
    t('next2', { moment: formatMoment(quote.cutoffAt, serverNow(), language) }),
    t(way === 'door' ? 'next3Door' : 'next3'),
  ];
  return (
    <Card label={t('next')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('next')}
        </Words>
        <Box as="ul" className="lt-column">
          {steps.map((step) => (
            <Box as="li" key={step} className="lt-row lt-row--top lt-small">
              <Words className="lt-leaf">
                <Icon name="check" />
              </Words>
              <Words>{step}</Words>
            </Box>
          ))}
        </Box>
      </Box>
    </Card>
  );
}
