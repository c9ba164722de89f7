import { type ReplyOf } from '#shared/contracts/endpoint';
import { type PickupPointId } from '#shared/contracts/ids';
import { type ordersApi } from '#shared/contracts/orders';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual, useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { byStop } from './byStop';
import { ListFrame } from './ListFrame';
import { consolidationTexts } from './texts';
import { usePickupList } from './useLists';

export type OnePoint = { readonly pickupPointId: PickupPointId; readonly name: string };
type Collected = ReplyOf<typeof ordersApi.getPickupList>['items'][number];

type PickupListProps = {
  consolidation: ConsolidationView;
  point: OnePoint | undefined;
  onAll: () => void;
};

/** What each neighbour collects, stop by stop; on paper each stop on sheets of its own, to hand out by. */
export function PickupList({ consolidation, point, onAll }: PickupListProps) {
  const t = useTexts(consolidationTexts);
  const named = useNamed();
  const pages = usePickupList(consolidation.consolidationId, point?.pickupPointId);
  const csv = point ? `pickup-list?pickupPointId=${point.pickupPointId}` : 'pickup-list';
  return (
    <>
      {point && (
        <Box className="lt-row lt-row--between lt-row--wrap lt-no-print">
          <Words className="lt-strong">{t('onlyPoint', { point: point.name })}</Words>
          <Button kind="quiet" onTap={onAll}>
            {t('allPoints')}
          </Button>
        </Box>
      )}
      <ListFrame title={t('pickup')} consolidation={consolidation} pages={pages} csv={csv}>
        <Box className="lt-column">
          {byStop(pages.items, named).map(({ pickupPointId, name, orders }) => (
            <Card key={pickupPointId} className="lt-print-page" label={name}>
              <Words as="h2" className="lt-head">
                {name}
              </Words>
              <Box as="ul">
                {orders.map((order) => (
                  <OrderOf key={order.orderId} order={order} />
                ))}
              </Box>
            </Card>
          ))}
        </Box>
      </ListFrame>
    </>
  );
}

function OrderOf({
  order: { recipientName, phoneTail, fulfilment, address, note, lines },
}: {
  order: Collected;
}) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  return (
    <Box as="li" className="consolidation-order lt-print-block">
      <Box decorative className="consolidation-tick" />
      <Box className="consolidation-order__who">
        <Words className="lt-strong">{recipientName}</Words>
        <Words className="lt-small lt-soft lt-number">{phoneTail}</Words>
        {fulfilment === 'door' && <Tag tone="sky">{t('door')}</Tag>}
      </Box>
      <Box className="lt-column lt-column--tight lt-grow">
        <Words>
          {lines
            .map(({ title, pack, units }) => t('item', { title: `${say(title)} ${say(pack)}`, n: units }))
            .join(t('between'))}
        </Words>
        {address !== undefined && <Words className="lt-small">{address}</Words>}
        {note !== undefined && <Words className="lt-small lt-soft">{note}</Words>}
      </Box>
    </Box>
  );
}
