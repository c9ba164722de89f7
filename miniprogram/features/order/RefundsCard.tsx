import { type OrderView, type RefundView } from '#shared/contracts/orders/orderViews';
import { Card } from '@/design/components/Card';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { orderPageTexts } from './texts';

const stateOf = ({ status, way }: RefundView) => {
  if (status === 'failed') return 'failedRefund';
  return status === 'succeeded' ? (way ?? 'returned') : 'pending';
};

/** What came back, why, and how. */
export function RefundsCard({ order: { refunds } }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  if (refunds.length === 0) return null;
  return (
    <Card label={t('refunds')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('refunds')}
        </Words>
        <Box as="ul" className="lt-column">
          {refunds.map((refund) => (
            <Box as="li" key={refund.refundId} className="lt-row lt-row--between lt-small">
              <Box className="lt-column lt-column--tight">
                <Words>{t(refund.reason)}</Words>
                <Words className="lt-tiny lt-soft">{t(stateOf(refund))}</Words>
              </Box>
              <Words className="lt-number lt-leaf">{formatMoney(refund.amount)}</Words>
            </Box>
          ))}
        </Box>
      </Box>
    </Card>
  );
}
