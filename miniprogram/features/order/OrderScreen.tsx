import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { OrderStatusTag, statusName } from '@/blocks/order/OrderStatusTag';
import { orderTexts } from '@/blocks/order/orderTexts';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Countdown } from '@/design/components/Countdown';
import { ConfirmSheet } from '@/design/components/Sheet';
import { Timeline } from '@/design/components/Timeline';
import { formatMoment } from '@/design/format/date';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { ClaimsCard } from './ClaimsCard';
import { CodeCard } from './CodeCard';
import { InfoCard } from './InfoCard';
import { LinesCard } from './LinesCard';
import { OnTheWay } from './OnTheWay';
import { ReceiptCard } from './ReceiptCard';
import { RefundsCard } from './RefundsCard';
import { orderPageTexts } from './texts';
import { timelineOf } from './timeline';
import { useCancelOrder, useReorder } from './useOrderActions';
import { useOrderPage } from './useOrderPage';
import './order.scss';

/** One order, live: where it is, its code, its goods and money, and what can be done with it. */
export function OrderScreen({ orderId }: { orderId: string }) {
  const t = useTexts(orderPageTexts);
  const { order, tracking, leaderSays } = useOrderPage(orderId);
  return (
    <Page title={t('title')} footer={order.data && <Actions order={order.data} />}>
      <SignInGate>
        <QueryState query={order}>
          {(view) => (
            <>
              {leaderSays !== undefined && <LeaderSays text={leaderSays} />}
              {tracking.data && <OnTheWay tracking={tracking.data} />}
              <CodeCard order={view} />
              <Progress order={view} />
              <LinesCard order={view} />
              <ClaimsCard order={view} />
              <RefundsCard order={view} />
              <ReceiptCard order={view} />
              <InfoCard order={view} tracking={tracking.data} />
            </>
          )}
        </QueryState>
      </SignInGate>
    </Page>
  );
}

function LeaderSays({ text }: { text: string }) {
  const t = useTexts(orderPageTexts);
  return (
    <Card label={t('leaderSays')}>
      <Box className="lt-column lt-column--tight" role="status">
        <Words as="h2" className="lt-head">
          {t('leaderSays')}
        </Words>
        <Words>{text}</Words>
      </Box>
    </Card>
  );
}

function Progress({ order }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  const name = useTexts(orderTexts);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const steps = timelineOf(order, {
    name: (status) => name(statusName({ ...order, status })),
    placed: t('placedStep'),
    moment: (instant) => formatMoment(instant, serverNow(), language),
  });
  return (
    <Card label={t('progress')}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words as="h2" className="lt-head">
            {t('progress')}
          </Words>
          <Box role="status">
            <OrderStatusTag order={order} />
          </Box>
        </Box>
        {order.status === 'awaiting_payment' && order.payBefore !== undefined && (
          <Box className="lt-row lt-row--between lt-small">
            <Words className="lt-soft">{t('payLeft')}</Words>
            <Countdown
              until={order.payBefore}
              className="lt-strong lt-tomato"
              onEnd={() => void queryClient.invalidateQueries({ queryKey: ['order', order.orderId] })}
            />
          </Box>
        )}
        <Timeline steps={steps} label={t('progress')} />
      </Box>
    </Card>
  );
}

function Actions({ order }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  const [asking, setAsking] = useState(false);
  const cancel = useCancelOrder(() => setAsking(false));
  const reorder = useReorder();
  const can = (action: OrderView['actions'][number]) => order.actions.includes(action);
  return (
    <Box className="lt-row order-actions">
      {can('cancel') && (
        <Button kind="quiet" onTap={() => setAsking(true)}>
          {t('cancel')}
        </Button>
      )}
      {order.status === 'collected' && (
        <Button kind="quiet" onTap={() => openPage('/pages/claim/index', { orderId: order.orderId })}>
          {t('toClaim')}
        </Button>
      )}
      {can('reorder') && !can('pay') && (
        <Button kind="secondary" busy={reorder.isPending} onTap={() => reorder.mutate(order)}>
          {t('again')}
        </Button>
      )}
      {can('pay') && (
        <Button onTap={() => openPage('/pages/payment/index', { orderId: order.orderId })}>{t('pay')}</Button>
      )}
      <ConfirmSheet
        open={asking}
        title={t('cancelTitle')}
        body={t(can('pay') ? 'cancelUnpaid' : 'cancelBody')}
        confirm={t('cancel')}
        danger
        busy={cancel.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate(order.orderId)}
      />
    </Box>
  );
}
