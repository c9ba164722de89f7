import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type PaymentMethod, type PaymentView } from '#shared/contracts/orders/paymentViews';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Countdown } from '@/design/components/Countdown';
import { Price } from '@/design/components/Price';
import { Notice } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { leaveFor, openBeside } from '@/platform/openExternal';
import { useWide } from '@/platform/wide';
import { MethodList } from './MethodList';
import { Outcome } from './Outcome';
import { paymentTexts } from './texts';
import { pageOf, useBeginPayment, useOrder, usePayment } from './usePayment';
import { Waiting } from './Waiting';
import './payment.scss';

const paid = ['authorised', 'capturing', 'captured'];

/** Pays an order that waits for it, and says how it ended. */
export function PaymentScreen({ orderId }: { orderId: string }) {
  const t = useTexts(paymentTexts);
  const queryClient = useQueryClient();
  const order = useOrder(orderId);
  const payment = usePayment(orderId);
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
            payment.data && paid.includes(payment.data.status) ? (
              <Outcome order={view} paid />
            ) : view.status === 'awaiting_payment' ? (
              <ToPay orderId={orderId} payment={payment.data ?? view.payment} />
            ) : (
              <Outcome order={view} paid={!['expired', 'cancelled', 'failed'].includes(view.status)} />
            )
          }
        </QueryState>
      </SignInGate>
    </Page>
  );
}

function ToPay({ orderId, payment }: { orderId: string; payment: PaymentView }) {
  const t = useTexts(paymentTexts);
  const queryClient = useQueryClient();
  const [method, setMethod] = useState<PaymentMethod>(payment.method ?? 'wechat_pay');
  const open = (begun: PaymentView) => {
    const page = pageOf(begun);
    if (page === undefined) {
      if (begun.step.kind === 'confirm_card') showToast(t('noPage'), 'problem');
      return;
    }
    // A redirect comes back by itself; the other pages do not, so this one stays and sees the result.
    void (begun.step.kind === 'redirect' ? leaveFor(page) : openBeside(page)).then((how) => {
      if (how === 'copied') showToast(t('copied'), 'info');
    });
  };
  const wide = useWide();
  const begin = useBeginPayment(orderId, (begun) => {
    // On a large screen there is a code to scan; whoever pays on the phone in their hand goes on at once.
    if (begun.step.kind !== 'show_qr' || !wide) open(begun);
  });
  const waiting = payment.status === 'waiting' && payment.method === method;
  return (
    <>
      <Box className="payment-amount">
        <Words className="lt-small lt-soft">{t('toPay')}</Words>
        <Price money={payment.amount} size="large" />
        {payment.payBefore !== undefined && (
          <Box className="lt-row lt-small lt-soft">
            <Words>{t('leftLabel')}</Words>
            <Countdown
              until={payment.payBefore}
              onEnd={() => void queryClient.invalidateQueries({ queryKey: ['order', orderId] })}
            />
          </Box>
        )}
      </Box>
      {payment.status === 'declined' && <Notice tone="tomato">{t('declined')}</Notice>}
      <MethodList chosen={method} onChoose={setMethod} />
      {waiting ? (
        <Waiting payment={payment} onOpen={() => open(payment)} />
      ) : (
        <Button block size="big" busy={begin.isPending} onTap={() => begin.mutate(method)}>
          {t('pay')}
        </Button>
      )}
    </>
  );
}
