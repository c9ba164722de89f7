import { type Quote } from '#shared/contracts/orders/quotes';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { quoteTexts } from './quoteTexts';

/** Line by line what the order comes to, and why more may be reserved than it will cost. */
export function QuoteSummary({ quote }: { quote: Quote }) {
  const t = useTexts(quoteTexts);
  const { amounts, deliveryFee, authorisation, belowMinimum } = quote;
  const feeNote =
    deliveryFee.reason !== 'published_fee'
      ? t(deliveryFee.reason)
      : deliveryFee.freeFrom
        ? t('published_fee', { price: formatMoney(deliveryFee.freeFrom) })
        : t('fee_flat');
  const rows = [
    { name: t('goods'), amount: amounts.goods, note: undefined },
    { name: t('fee'), amount: deliveryFee.amount, note: feeNote },
    { name: t('estimate'), amount: amounts.estimatedTotal, note: undefined },
  ];
  return (
    <Box className="lt-column lt-column--tight">
      {rows.map(({ name, amount, note }) => (
        <Box key={name} className="lt-row lt-row--between">
          <Words>
            {name}
            {note !== undefined && <Words className="lt-tiny lt-soft"> {note}</Words>}
          </Words>
          <Words className="lt-number">{formatMoney(amount)}</Words>
        </Box>
      ))}
      <Box className="lt-row lt-row--between lt-strong">
        <Words>{t('total')}</Words>
        <Words className="lt-number lt-tomato">{formatMoney(amounts.total)}</Words>
      </Box>
      {belowMinimum && (
        <Words as="p" className="lt-tomato">
          {t('belowMinimum', {
            minimum: formatMoney(belowMinimum.minimum),
            missing: formatMoney(belowMinimum.missing),
          })}
        </Words>
      )}
      {authorisation.reason === 'upper_estimate_for_weighed_goods' && (
        <Words as="p" className="lt-tiny lt-soft">
          {t('upper', { n: authorisation.weighingTolerancePercent })}
        </Words>
      )}
    </Box>
  );
}
