import { type OrderView } from '#shared/contracts/orders/orderViews';
import { pictureAddress } from '@/client/pictures';
import { Card } from '@/design/components/Card';
import { Picture } from '@/design/components/Picture';
import { formatWeight } from '@/design/format/measure';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { orderPageTexts } from './texts';

/** What a line costs in the end; until that is known, what it will likely cost. */
const costOf = ({ finalAmount, price }: OrderView['lines'][number]) => finalAmount ?? price.estimate;

/** What was ordered, what came, and what it cost in the end. */
export function LinesCard({ order }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  const say = useBilingual();
  const language = useLanguage();
  return (
    <Card label={t('goods')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('goods')}
        </Words>
        <Box as="ul" className="lt-column">
          {order.lines.map((line) => {
            const { ordered, allocated } = line.quantity;
            return (
              <Box as="li" key={line.lineId} className="lt-row">
                <Box className="order-line__picture">
                  <Picture src={pictureAddress(line.pictureUrl)} alt="" />
                </Box>
                <Box className="lt-grow lt-column lt-column--tight">
                  <Words className="lt-strong">{say(line.title)}</Words>
                  <Words className="lt-tiny lt-soft">
                    {say(line.pack)} {t('each', { n: ordered })}
                    {line.finalWeightGrams !== undefined &&
                      ` · ${t('weight', { weight: formatWeight(line.finalWeightGrams, language) })}`}
                  </Words>
                  {line.dropped && (
                    <Words className="lt-tiny lt-tomato">
                      {t('fewer', { n: allocated })} · {t(line.dropped.reason)}
                    </Words>
                  )}
                </Box>
                <Words className="lt-number">{formatMoney(costOf(line))}</Words>
              </Box>
            );
          })}
        </Box>
        <Amounts order={order} />
      </Box>
    </Card>
  );
}

function Amounts({ order: { status, lines, amounts, payment, refunded } }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  const weighed = lines.every(({ finalAmount }) => finalAmount !== undefined);
  const goods = { amount: lines.reduce((sum, line) => sum + costOf(line).amount, 0) };
  const rows = [
    [t(weighed ? 'goodsAmount' : 'goodsEstimate'), goods],
    ...(amounts.deliveryFee.amount > 0 ? [[t('fee'), amounts.deliveryFee] as const] : []),
    [t(status === 'awaiting_payment' ? 'toPay' : 'reserved'), amounts.total],
    ...(payment.captured ? [[t('charged'), payment.captured] as const] : []),
    ...(refunded.amount > 0 ? [[t('refunded'), refunded] as const] : []),
  ] as const;
  return (
    <Box as="ul" className="lt-column lt-column--tight order-amounts">
      {rows.map(([name, money]) => (
        <Box as="li" key={name} className="lt-row lt-row--between lt-small">
          <Words className="lt-soft">{name}</Words>
          <Words className="lt-number">{formatMoney(money)}</Words>
        </Box>
      ))}
    </Box>
  );
}
