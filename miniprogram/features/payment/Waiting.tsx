import { useState } from 'react';
import { type PaymentView } from '#shared/contracts/orders/paymentViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { QrCode } from '@/design/components/QrCode';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { paymentHost } from '@/platform/paymentHost';
import { paymentTexts } from './texts';
import { pageOf } from './usePayment';

type WaitingProps = { payment: PaymentView; onOpen: () => void; onAgain: () => void };

/** Paying has begun: the page to open – or the code to scan, for who looks at another screen – until the result is known. */
export function Waiting({ payment, onOpen, onAgain }: WaitingProps) {
  const t = useTexts(paymentTexts);
  const [asked, setAsked] = useState(false);
  const { step } = payment;
  const page = pageOf(payment);
  const code = step.kind === 'show_qr' ? step.data : undefined;
  // Nobody scans the screen that they hold in their hand.
  const shown = paymentHost() === 'desktop_browser' || asked || page === undefined ? code : undefined;
  return (
    <Card label={t('result')}>
      <Box className="payment-waiting">
        {shown !== undefined && (
          <>
            <QrCode text={shown} size={180} label={t('scan')} />
            <Words className="lt-strong">{t('scan')}</Words>
          </>
        )}
        <Box live="polite">
          <Words className="lt-small lt-soft">{t('waiting')}</Words>
        </Box>
        {page !== undefined && <Button onTap={onOpen}>{t('openPage')}</Button>}
        {code !== undefined && shown === undefined && (
          <Button kind="quiet" icon="qr" onTap={() => setAsked(true)}>
            {t('otherPhone')}
          </Button>
        )}
        {code === undefined && page === undefined && (
          <Button kind="quiet" onTap={onAgain}>
            {t('payAgain')}
          </Button>
        )}
      </Box>
    </Card>
  );
}
