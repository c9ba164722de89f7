import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PaymentMethod, type PaymentView } from '#shared/contracts/orders/paymentViews';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Countdown } from '@/design/components/Countdown';
import { Price } from '@/design/components/Price';
import { EmptyState, Notice } from '@/design/components/States';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { MethodList, OnlyMethod } from './MethodList';
import { paymentTexts } from './texts';
import { type useMethods } from './useMethods';
import { usePay } from './usePay';
import { Waiting } from './Waiting';
import './payment.scss';

type ToPayProps = { orderId: string; payment: PaymentView };

/** What is to be paid, until when, and the ways that are offered here. */
export function ToPay({ methods, ...toPay }: ToPayProps & { methods: ReturnType<typeof useMethods> }) {
  return (
    <>
      <Amount {...toPay} />
      <QueryState query={methods}>{(offered) => <Ways {...toPay} methods={offered} />}</QueryState>
    </>
  );
}

function Amount({ orderId, payment: { amount, payBefore } }: ToPayProps) {
  const t = useTexts(paymentTexts);
  const queryClient = useQueryClient();
  return (
    <Box className="payment-amount">
      <Words className="lt-small lt-soft">{t('toPay')}</Words>
      <Price money={amount} size="large" />
      {payBefore !== undefined && (
        <Box className="lt-row lt-small lt-soft">
          <Words>{t('leftLabel')}</Words>
          <Countdown
            until={payBefore}
            onEnd={() => void queryClient.invalidateQueries({ queryKey: ['order', orderId] })}
          />
        </Box>
      )}
    </Box>
  );
}

function Ways({ orderId, payment, methods }: ToPayProps & { methods: readonly PaymentMethod[] }) {
  const t = useTexts(paymentTexts);
  const [wanted, setWanted] = useState(payment.method);
  const { pay, again, open, busy, hint } = usePay(orderId, payment);
  const chosen = methods.find((method) => method === wanted) ?? methods[0];
  if (chosen === undefined) return <EmptyState icon="wallet" title={t('noWay')} detail={t('noWayDetail')} />;
  const begun = payment.status === 'waiting' && payment.method === chosen;
  const waits = begun && (hint === 'done' || isElsewhere(payment));
  return (
    <>
      {payment.status === 'declined' && <Notice tone="tomato">{t('declined')}</Notice>}
      {begun && !waits && !busy && (
        <Box live="polite">
          <Notice tone="yolk">{t(hint === 'cancelled' ? 'cancelled' : 'notPaid')}</Notice>
        </Box>
      )}
      {methods.length > 1 && <MethodList methods={methods} chosen={chosen} onChoose={setWanted} />}
      {waits ? (
        <Waiting payment={payment} onOpen={() => open(payment)} onAgain={() => again(chosen)} />
      ) : (
        <Button block size="big" busy={busy} onTap={() => pay(chosen)}>
          {t('pay', { sum: formatMoney(payment.amount) })}
        </Button>
      )}
      {methods.length === 1 && <OnlyMethod method={chosen} />}
    </>
  );
}

/** It is paid beside the app, by another phone or in another window, while this page looks on. */
const isElsewhere = ({ step }: PaymentView): boolean =>
  step.kind === 'show_qr' || step.kind === 'confirm_card';
