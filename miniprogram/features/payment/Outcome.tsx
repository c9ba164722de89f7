import { type OrderView } from '#shared/contracts/orders/orderViews';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { formatNearDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openTab, replacePage } from '@/platform/navigate';
import { paymentTexts } from './texts';

/** Paid, or over: too late, or cancelled. */
export function Outcome({ order, paid }: { order: OrderView; paid: boolean }) {
  const t = useTexts(paymentTexts);
  const language = useLanguage();
  const seeOrder = () => replacePage('/pages/order/index', { orderId: order.orderId });
  if (!paid)
    return (
      <EmptyState
        icon="clock"
        title={t(order.status === 'expired' ? 'over' : 'cancelledOrder')}
        detail={t('overDetail')}
        action={
          <Box className="lt-row">
            <Button kind="secondary" onTap={seeOrder}>
              {t('seeOrder')}
            </Button>
            <Button onTap={() => openTab('home')}>{t('again')}</Button>
          </Box>
        }
      />
    );
  return (
    <Box role="status">
      <EmptyState
        icon="check"
        title={t('done')}
        detail={t(order.fulfilment === 'door' ? 'doneDoor' : 'doneDetail', {
          day: formatNearDate(order.pickupDate, serverNow(), language),
        })}
        action={
          <Box className="lt-row">
            <Button kind="secondary" onTap={() => openTab('home')}>
              {t('goOn')}
            </Button>
            <Button onTap={seeOrder}>{t('seeOrder')}</Button>
          </Box>
        }
      />
    </Box>
  );
}
