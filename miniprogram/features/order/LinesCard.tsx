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
import { accountOf } from './account';
import { orderPageTexts } from './texts';

/** What a line costs in the end; until that is known, what it will likely cost. */
const costOfLine = ({ finalAmount, price }: OrderView['lines'][number]) => finalAmount ?? price.estimate;

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
                <Words className="lt-number">{formatMoney(costOfLine(line))}</Words>
              </Box>
            );
          })}
        </Box>
        <Amounts order={order} />
      </Box>
    </Card>
  );
}

function Amounts({ order }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  return (
    <Box as="ul" className="lt-column lt-column--tight order-amounts">
      {accountOf(order).map(({ name, money, isSum }) => (
        <Box as="li" key={name} className="lt-row lt-row--between lt-small">
          <Words className={isSum ? 'lt-strong' : 'lt-soft'}>{t(name)}</Words>
          <Words className={isSum ? 'lt-number lt-strong' : 'lt-number'}>{formatMoney(money)}</Words>
        </Box>
      ))}
    </Box>
  );
}
