import { type Quote } from '#shared/contracts/orders/quotes';
import { lineNotes } from '@/blocks/quote/lineNotes';
import { QuoteSummary } from '@/blocks/quote/QuoteSummary';
import { quoteTexts } from '@/blocks/quote/quoteTexts';
import { Card } from '@/design/components/Card';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { checkoutTexts } from './texts';

/** What is ordered and what it comes to. */
export function GoodsCard({ quote }: { quote: Quote }) {
  const t = useTexts(checkoutTexts);
  const quoteT = useTexts(quoteTexts);
  const say = useBilingual();
  return (
    <Card label={t('goods')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('goods')}
        </Words>
        <Box as="ul" className="lt-column">
          {quote.lines.map((line) => (
            <Box as="li" key={line.offerId} className="lt-column lt-column--tight">
              <Box className="lt-row lt-row--between">
                <Words>
                  {line.title ? say(line.title) : line.offerId} {quoteT('each', { n: line.quantity })}
                </Words>
                {line.state === 'available' && (
                  <Words className="lt-number">{formatMoney(line.price.estimate)}</Words>
                )}
              </Box>
              {lineNotes(line, quoteT).map((note) => (
                <Words
                  key={note}
                  className={line.state === 'available' ? 'lt-tiny lt-soft' : 'lt-tiny lt-tomato'}
                >
                  {note}
                </Words>
              ))}
            </Box>
          ))}
        </Box>
        <QuoteSummary quote={quote} />
      </Box>
    </Card>
  );
}
