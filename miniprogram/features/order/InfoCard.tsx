import { type OrderTracking } from '#shared/contracts/delivery/tracking';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type z } from 'zod';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { FactList } from '@/design/components/FactList';
import { formatCityDate, formatMoment } from '@/design/format/date';
import { formatPhone } from '@/design/format/phone';
import { formatReference } from '@/design/format/reference';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { callPhone } from '@/platform/callPhone';
import { serverNow } from '@/platform/clock';
import { orderPageTexts } from './texts';

type InfoCardProps = { order: OrderView; tracking: z.output<typeof OrderTracking> | undefined };

/** Where, when, for whom. */
export function InfoCard({ order, tracking }: InfoCardProps) {
  const t = useTexts(orderPageTexts);
  const say = useBilingual();
  const language = useLanguage();
  const point = tracking?.pickupPoint;
  const leaderPhone = tracking?.leaderPhone;
  const where =
    order.address === undefined
      ? ([t('at'), point && `${say(point.name)} ${point.address}`] as const)
      : ([t('to'), order.address] as const);
  const facts = [
    [t(order.fulfilment === 'door' ? 'delivery' : 'collect'), formatCityDate(order.pickupDate, language)],
    where,
    [
      t(order.fulfilment === 'door' ? 'receiver' : 'who'),
      `${order.recipient.name} ${formatPhone(order.recipient.phone)}`,
    ],
    [t('note'), order.note],
    [t('placed'), formatMoment(order.placedAt, serverNow(), language)],
    [t('number'), formatReference(order.orderId)],
  ] as const;
  return (
    <Card label={t('info')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('info')}
        </Words>
        <FactList facts={facts} />
        {leaderPhone !== undefined && (
          <Button kind="secondary" icon="phone" onTap={() => callPhone(leaderPhone)}>
            {t('call')}
          </Button>
        )}
      </Box>
    </Card>
  );
}
