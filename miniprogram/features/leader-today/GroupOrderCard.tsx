import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { Figure } from './Figure';
import { todayTexts } from './texts';

/** One group order in four figures, live. */
export function GroupOrderCard({ groupOrder, now }: { groupOrder: GroupOrderView; now: number }) {
  const t = useTexts(todayTexts);
  const language = useLanguage();
  const { status, orders, shoppers, total, expectedCommission, pickupDate, cutoffAt } = groupOrder;
  const open = status === 'gathering';
  return (
    <Card>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words as="h2" className="lt-head">
            {t('pickupOn', { day: formatNearDate(pickupDate, now, language) })}
          </Words>
          <Tag tone={open ? 'leaf' : 'sky'}>{t(status)}</Tag>
        </Box>
        {open && (
          <Words className="lt-small lt-soft">
            {t('cutoff', { moment: formatMoment(cutoffAt, now, language) })}
          </Words>
        )}
        <Box className="today-figures" live="polite">
          <Figure name={t('orders')}>{orders}</Figure>
          <Figure name={t('neighbours')}>{shoppers}</Figure>
          <Figure name={t('amount')}>{formatMoney(total)}</Figure>
          <Figure name={t('commission')} tone="lt-leaf">
            {formatMoney(expectedCommission)}
          </Figure>
        </Box>
      </Box>
    </Card>
  );
}
