import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { SkeletonRows } from '@/design/components/Skeleton';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { Outcome } from './Outcome';
import { paymentTexts } from './texts';
import { ToPay } from './ToPay';
import { useMethods } from './useMethods';
import { useOrder, usePayment } from './usePayment';

const paid = ['authorised', 'capturing', 'captured'];
/** Also of an order that was paid: its money comes back. */
const over = ['expired', 'cancelled', 'failed'];

/** Pays an order that waits for it, and says how it ended. */
export function PaymentScreen({ orderId }: { orderId: string }) {
  const t = useTexts(paymentTexts);
  const queryClient = useQueryClient();
  const order = useOrder(orderId);
  const payment = usePayment(orderId);
  const methods = useMethods();
  const status = payment.data?.status;
  useEffect(() => {
    if (status !== undefined && status !== 'waiting')
      void queryClient.invalidateQueries({ queryKey: ['order', orderId] });
  }, [status, orderId, queryClient]);
  return (
    <Page title={t('title')}>
      <SignInGate>
        <QueryState query={order}>
          {(view) =>
            over.includes(view.status) ? (
              <Outcome order={view} paid={false} />
            ) : view.status !== 'awaiting_payment' || (payment.data && paid.includes(payment.data.status)) ? (
              <Outcome order={view} paid />
            ) : payment.isPending ? (
              // The order may still tell of a try that was followed by a success.
              <SkeletonRows />
            ) : (
              <ToPay orderId={orderId} payment={payment.data ?? view.payment} methods={methods} />
            )
          }
        </QueryState>
      </SignInGate>
    </Page>
  );
}
