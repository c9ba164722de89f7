import { type OrderView } from '#shared/contracts/orders/orderViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { orderPageTexts } from './texts';

const withCode = ['paid', 'consolidated', 'in_transit', 'ready'];

/** The way to the pickup code, from payment until it was used. */
export function CodeCard({ order: { orderId, status, fulfilment } }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  if (!withCode.includes(status) || (fulfilment === 'door' && status !== 'ready')) return null;
  const words = fulfilment === 'door' ? 'codeDoor' : status === 'ready' ? 'codeReady' : 'codeEarly';
  return (
    <Card
      label={t('codeTitle')}
      className={status === 'ready' ? 'order-code order-code--ready' : 'order-code'}
    >
      <Box className="order-code__line">
        <Box className="order-code__words lt-column lt-column--tight">
          <Words as="h2" className="lt-head">
            {t('codeTitle')}
          </Words>
          <Words className="lt-small">{t(words)}</Words>
        </Box>
        <Button
          kind={status === 'ready' ? 'primary' : 'secondary'}
          icon="qr"
          onTap={() => openPage('/pages/pickup-code/index', { orderId })}
        >
          {t('showCode')}
        </Button>
      </Box>
    </Card>
  );
}
