import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { ChangesOf } from '@/blocks/audit/ChangesOf';
import { Facts } from '@/blocks/operator/Facts';
import { OrderStatusTag } from '@/blocks/order/OrderStatusTag';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { formatPhone } from '@/design/format/phone';
import { formatReference } from '@/design/format/reference';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { isPaid, leftOf, type Line } from './refundable';
import { RefundSheet } from './RefundSheet';
import { ordersDeskTexts } from './texts';
import { useDeskOrder } from './useOrdersDesk';

/** One order as an operator sees it, with what can be paid back of it. */
export function DeskOrder({ orderId }: { orderId: string }) {
  const query = useDeskOrder(orderId);
  return <QueryState query={query}>{(order) => <Order order={order} />}</QueryState>;
}

function Order({ order }: { order: OrderView }) {
  const t = useTexts(ordersDeskTexts);
  const language = useLanguage();
  const [refunding, setRefunding] = useState<string | undefined>();
  const { orderId, recipient, lines, amounts, refunded, placedAt } = order;
  const line = lines.find(({ lineId }) => lineId === refunding);
  const paid = isPaid(order);
  return (
    <Box className="lt-column">
      <Card>
        <Box className="lt-column">
          <Box className="lt-row lt-row--between">
            <Words as="h2" className="lt-title">
              {recipient.name}
            </Words>
            <OrderStatusTag order={order} />
          </Box>
          <Facts
            facts={[
              { name: t('number'), value: formatReference(orderId) },
              recipient.phone !== '' && { name: t('phone'), value: formatPhone(recipient.phone) },
              { name: t('placed'), value: formatMoment(placedAt, serverNow(), language) },
              { name: t('total'), value: formatMoney(amounts.total) },
              refunded.amount > 0 && { name: t('refunded'), value: formatMoney(refunded) },
            ]}
          />
        </Box>
      </Card>
      {!paid && <Notice>{t('unpaid')}</Notice>}
      <FailedRefunds order={order} />
      <Card label={t('goods')}>
        <Box as="ul" className="lt-column">
          {lines.map((one) => (
            <LineRow
              key={one.lineId}
              line={one}
              refundable={paid && leftOf(one) > 0}
              onRefund={() => setRefunding(one.lineId)}
            />
          ))}
        </Box>
      </Card>
      <ChangesOf services={['orders', 'delivery', 'settlement']} subject={orderId} />
      {line && (
        <RefundSheet key={line.lineId} order={order} line={line} onClose={() => setRefunding(undefined)} />
      )}
    </Box>
  );
}

type LineRowProps = { line: Line; refundable: boolean; onRefund: () => void };

function LineRow({ line, refundable, onRefund }: LineRowProps) {
  const t = useTexts(ordersDeskTexts);
  const say = useBilingual();
  const left = formatMoney({ ...line.price.charged, amount: leftOf(line) });
  return (
    <Box as="li" className="lt-row lt-row--between">
      <Box className="lt-grow lt-column lt-column--tight">
        <Words className="lt-strong">{t('item', { title: say(line.title), n: line.quantity.ordered })}</Words>
        <Words className="lt-tiny lt-soft">
          {leftOf(line) > 0 ? t('left', { amount: left }) : t('nothingLeft')}
        </Words>
      </Box>
      {refundable && (
        <Button size="small" kind="secondary" onTap={onRefund}>
          {t('refund')}
        </Button>
      )}
    </Box>
  );
}

/** Refunds that the provider refused; once its cause is put right they are tried again. */
function FailedRefunds({ order: { orderId, refunds } }: { order: OrderView }) {
  const t = useTexts(ordersDeskTexts);
  const queryClient = useQueryClient();
  const retry = useWrite(
    (_key, refundId: string) => api.orders.retryRefund({ params: { orderId, refundId } }),
    {
      onSuccess: () => {
        showToast(t('retried'));
        void queryClient.invalidateQueries({ queryKey: ['desk-order', orderId] });
        void queryClient.invalidateQueries({ queryKey: ['desk-orders'] });
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  return refunds
    .filter(({ status }) => status === 'failed')
    .map(({ refundId, amount }) => (
      <Notice key={refundId} tone="tomato">
        <Box className="lt-row lt-row--between">
          <Words>{t('failed', { amount: formatMoney(amount) })}</Words>
          <Button
            size="small"
            busy={retry.isPending && retry.variables === refundId}
            onTap={() => retry.mutate(refundId)}
          >
            {t('retry')}
          </Button>
        </Box>
      </Notice>
    ));
}
