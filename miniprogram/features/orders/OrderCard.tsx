import { type OrderSummary } from '#shared/contracts/orders/orderViews';
import { type z } from 'zod';
import { costOf } from '@/blocks/order/cost';
import { OrderStatusTag } from '@/blocks/order/OrderStatusTag';
import { pictureAddress } from '@/client/pictures';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Picture } from '@/design/components/Picture';
import { Price } from '@/design/components/Price';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { ordersTexts } from './texts';

const shown = 4;

/** An order in the list, with the one thing to do about it now. */
export function OrderCard({ order }: { order: z.output<typeof OrderSummary> }) {
  const t = useTexts(ordersTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { orderId, status, lines } = order;
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const names = lines
    .map(({ title, quantity }) => t('named', { title: say(title), n: quantity }))
    .join(t('and'));
  return (
    <Card as="article" flush>
      <Tap className="order-card" onTap={() => openPage('/pages/order/index', { orderId })}>
        <Box className="lt-row lt-row--between">
          <Words className="lt-tiny lt-soft">
            {t('placed', { moment: formatMoment(order.placedAt, serverNow(), language) })}
          </Words>
          <OrderStatusTag order={order} />
        </Box>
        <Words className="lt-small lt-clamp-2">{names}</Words>
        <Box className="lt-row">
          {lines.slice(0, shown).map(({ lineId, pictureUrl }) => (
            <Box key={lineId} className="order-card__picture">
              <Picture src={pictureAddress(pictureUrl)} alt="" />
            </Box>
          ))}
          <Box className="lt-grow lt-column lt-column--tight order-card__sum">
            <Price
              money={status === 'failed' || status === 'cancelled' ? order.total : costOf(order)}
              plain
            />
            <Words className="lt-tiny lt-soft">{t('items', { n: units })}</Words>
          </Box>
        </Box>
      </Tap>
      {(status === 'awaiting_payment' || status === 'ready') && (
        <Box className="order-card__foot">
          {status === 'ready' ? (
            <Button size="small" icon="qr" onTap={() => openPage('/pages/pickup-code/index', { orderId })}>
              {t('code')}
            </Button>
          ) : (
            <Button size="small" onTap={() => openPage('/pages/payment/index', { orderId })}>
              {t('pay')}
            </Button>
          )}
        </Box>
      )}
    </Card>
  );
}
