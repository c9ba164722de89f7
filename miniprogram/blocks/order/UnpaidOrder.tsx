import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/client/api';
import { useSession } from '@/client/session';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Countdown } from '@/design/components/Countdown';
import { Price } from '@/design/components/Price';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { orderTexts } from './orderTexts';

/** The newest order that still waits to be paid: what was in the cart is kept there, but not for long. */
export function UnpaidOrder() {
  const t = useTexts(orderTexts);
  const accountId = useSession()?.accountId;
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: ['orders', accountId, 'newest-unpaid'],
    queryFn: () => api.orders.listOwnOrders({ query: { status: 'awaiting_payment', limit: '1' } }),
    enabled: accountId !== undefined,
    staleTime: 0,
  });
  useDidShow(() => {
    if (accountId !== undefined) void query.refetch();
  });
  const order = query.data?.items.find(({ actions }) => actions.includes('pay'));
  if (order?.payBefore === undefined) return null;
  const { orderId, payBefore, total } = order;
  return (
    <Card label={t('unpaid')}>
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Box className="lt-column lt-column--tight">
          <Words className="lt-strong">{t('unpaid')}</Words>
          <Box className="lt-row lt-small">
            <Price money={total} plain size="small" />
            <Words className="lt-soft">{t('unpaidLeft')}</Words>
            <Countdown
              until={payBefore}
              className="lt-strong lt-tomato"
              onEnd={() => void queryClient.invalidateQueries({ queryKey: ['orders'] })}
            />
          </Box>
        </Box>
        <Button onTap={() => openPage('/pages/payment/index', { orderId })}>{t('payNow')}</Button>
      </Box>
    </Card>
  );
}
