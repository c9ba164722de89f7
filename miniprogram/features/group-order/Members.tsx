import { type z } from 'zod';
import { type GroupOrderId } from '#shared/contracts/ids';
import { type GroupOrderMember } from '#shared/contracts/orders/groupOrders';
import { LoadMore } from '@/blocks/form/LoadMore';
import { OrderStatusTag } from '@/blocks/order/OrderStatusTag';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Avatar } from '@/design/components/Avatar';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { VirtualList } from '@/design/components/VirtualList';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { groupOrderTexts } from './texts';

type Member = z.infer<typeof GroupOrderMember>;

function MemberCard({ member }: { member: Member }) {
  const t = useTexts(groupOrderTexts);
  const say = useBilingual();
  const { orderId, status, recipientName, phoneTail, total, lines, note, forNeighbour, fulfilment } = member;
  return (
    <Card as="article">
      <Box className="lt-column">
        <Box className="lt-row">
          <Avatar name={recipientName} />
          <Box className="lt-grow lt-column lt-column--tight">
            <Words as="h3" className="lt-strong">
              {recipientName}
            </Words>
            <Words className="lt-small lt-soft lt-number">{phoneTail}</Words>
          </Box>
          <Box className="group-order-member__end">
            <Words className="lt-strong lt-number">{formatMoney(total)}</Words>
            <OrderStatusTag order={member} />
          </Box>
        </Box>
        <Box as="ul">
          {lines.map(({ lineId, title, pack, units }) => (
            <Box as="li" key={lineId} className="lt-row lt-row--between">
              <Words className="lt-grow">
                {say(title)}
                <Words className="lt-small lt-soft">{` ${say(pack)}`}</Words>
              </Words>
              <Words className="lt-strong lt-number">{`× ${units}`}</Words>
            </Box>
          ))}
        </Box>
        {(forNeighbour || fulfilment === 'door') && (
          <Box className="lt-row lt-row--wrap">
            {forNeighbour && <Tag tone="sky">{t('forNeighbour')}</Tag>}
            {fulfilment === 'door' && <Tag tone="yolk">{t('door')}</Tag>}
          </Box>
        )}
        {note !== undefined && <Words className="lt-small lt-soft">{t('note', { note })}</Words>}
        {status === 'collected' && (
          <Button kind="quiet" size="small" onTap={() => openPage('/pages/claim/index', { orderId })}>
            {t('claimFor')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

/** The orders of the group, one by one; read anew when the group order changed. */
export function Members({ groupOrderId, version }: { groupOrderId: GroupOrderId; version: number }) {
  const t = useTexts(groupOrderTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['group-order-members', groupOrderId, version],
    keepShown: true,
    load: (cursor) =>
      api.orders.listGroupOrderMembers({ params: { groupOrderId }, query: { cursor, limit: '50' } }),
  });
  return (
    <QueryState query={query}>
      {() => (
        <>
          <VirtualList
            items={items}
            keyOf={({ orderId }) => orderId}
            estimate={1900}
            className="group-order-list"
            label={t('byShopper')}
            render={(member) => <MemberCard member={member} />}
          />
          <LoadMore query={query} onTap={loadMore} />
        </>
      )}
    </QueryState>
  );
}
