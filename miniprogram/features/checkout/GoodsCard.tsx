import { type Quote } from '#shared/contracts/orders/quotes';
import { QuoteLines } from '@/blocks/quote/QuoteLines';
import { QuoteSummary } from '@/blocks/quote/QuoteSummary';
import { Card } from '@/design/components/Card';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { checkoutTexts } from './texts';

/** What is ordered and what it comes to. */
export function GoodsCard({ quote }: { quote: Quote }) {
  const t = useTexts(checkoutTexts);
  return (
    <Card label={t('goods')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('goods')}
        </Words>
        <QuoteLines quote={quote} />
        <QuoteSummary quote={quote} />
      </Box>
    </Card>
  );
}
