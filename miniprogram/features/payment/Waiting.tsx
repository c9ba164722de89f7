import { useState } from 'react';
import { type PaymentView } from '#shared/contracts/orders/paymentViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { QrCode } from '@/design/components/QrCode';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { useWide } from '@/platform/wide';
import { paymentTexts } from './texts';
import { pageOf } from './usePayment';

/** Paying has begun: the page to open – or the code to scan, for who looks at another screen – until the result is known. */
export function Waiting({ payment, onOpen }: { payment: PaymentView; onOpen: () => void }) {
  const t = useTexts(paymentTexts);
  const wide = useWide();
  const [asked, setAsked] = useState(false);
  const { step } = payment;
  const code = step.kind === 'show_qr' ? step.data : undefined;
  // Nobody scans the screen that they hold in their hand.
  const shown = wide || asked || pageOf(payment) === undefined ? code : undefined;
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
        {pageOf(payment) !== undefined && <Button onTap={onOpen}>{t('openPage')}</Button>}
        {code !== undefined && shown === undefined && (
          <Button kind="quiet" icon="qr" onTap={() => setAsked(true)}>
            {t('otherPhone')}
          </Button>
        )}
      </Box>
    </Card>
  );
}
