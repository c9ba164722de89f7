import { type PaymentView } from '#shared/contracts/orders/paymentViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { QrCode } from '@/design/components/QrCode';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { paymentTexts } from './texts';
import { pageOf } from './usePayment';

/** Paying has begun: the code to scan or the page to open, until the result is known. */
export function Waiting({ payment, onOpen }: { payment: PaymentView; onOpen: () => void }) {
  const t = useTexts(paymentTexts);
  return (
    <Card label={t('result')}>
      <Box className="payment-waiting">
        {payment.step.kind === 'show_qr' && (
          <>
            <QrCode text={payment.step.data} size={180} label={t('scan')} />
            <Words className="lt-strong">{t('scan')}</Words>
          </>
        )}
        <Box live="polite">
          <Words className="lt-small lt-soft">{t('waiting')}</Words>
        </Box>
        {pageOf(payment) !== undefined && <Button onTap={onOpen}>{t('openPage')}</Button>}
      </Box>
    </Card>
  );
}
