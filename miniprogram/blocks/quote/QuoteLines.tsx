import { type Quote } from '#shared/contracts/orders/quotes';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { lineNotes } from './lineNotes';
import { quoteTexts } from './quoteTexts';

/** What is to be ordered, line by line, with what each will likely cost and why. */
export function QuoteLines({ quote }: { quote: Quote }) {
  const t = useTexts(quoteTexts);
  const say = useBilingual();
  return (
    <Box as="ul" className="lt-column">
      {quote.lines.map((line) => (
        <Box as="li" key={line.offerId} className="lt-column lt-column--tight">
          <Box className="lt-row lt-row--between">
            <Words>
              {line.title ? say(line.title) : t('unknown')} {t('each', { n: line.quantity })}
              {line.state === 'available' && <Words className="lt-tiny lt-soft"> {say(line.pack)}</Words>}
            </Words>
            {line.state === 'available' && (
              <Words className="lt-number">{formatMoney(line.price.estimate)}</Words>
            )}
          </Box>
          {lineNotes(line, t).map((note) => (
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
  );
}
