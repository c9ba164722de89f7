import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { useGroupOrders } from '@/client/groupOrders';
import { QueryState } from '@/client/QueryState';
import { Chip } from '@/design/components/Chip';
import { EmptyState } from '@/design/components/States';
import { Tabs } from '@/design/components/Tabs';
import { formatNearDate } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { Members } from './Members';
import { Products } from './Products';
import { groupOrderTexts } from './texts';
import './groupOrder.scss';

type View = 'shopper' | 'product';

function Round({ groupOrder }: { groupOrder: GroupOrderView }) {
  const t = useTexts(groupOrderTexts);
  const [view, setView] = useState<View>('shopper');
  const { groupOrderId, orders, shoppers, units, total } = groupOrder;
  if (orders === 0) return <EmptyState icon="list" title={t('none')} detail={t('noneDetail')} />;
  return (
    <>
      <Words className="lt-strong">
        {`${t('orders', { n: shoppers })} · ${t('total', { n: units, amount: formatMoney(total) })}`}
      </Words>
      <Tabs<View>
        label={t('views')}
        value={view}
        onChange={setView}
        tabs={[
          { value: 'shopper', text: t('byShopper'), count: orders },
          { value: 'product', text: t('byProduct') },
        ]}
      />
      {view === 'shopper' ? (
        <Members groupOrderId={groupOrderId} version={groupOrder.version} />
      ) : (
        <Products groupOrderId={groupOrderId} version={groupOrder.version} />
      )}
    </>
  );
}

function Rounds({ point }: { point: ManagedPickupPoint }) {
  const t = useTexts(groupOrderTexts);
  const language = useLanguage();
  const { query, groupOrders } = useGroupOrders(point.pickupPointId);
  const [chosen, setChosen] = useState<string | undefined>();
  const shown =
    groupOrders.find(({ groupOrderId }) => groupOrderId === chosen) ??
    groupOrders.find(({ orders }) => orders > 0) ??
    groupOrders[0];
  return (
    <QueryState query={query}>
      {() => (
        <>
          <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('choose')}>
            {groupOrders.map(({ groupOrderId, pickupDate }) => (
              <Chip
                key={groupOrderId}
                role="radio"
                chosen={groupOrderId === shown?.groupOrderId}
                onTap={() => setChosen(groupOrderId)}
              >
                {t('round', { day: formatNearDate(pickupDate, serverNow(), language) })}
              </Chip>
            ))}
          </Box>
          {shown ? (
            <Round key={shown.groupOrderId} groupOrder={shown} />
          ) : (
            <EmptyState icon="list" title={t('none')} detail={t('noneDetail')} />
          )}
        </>
      )}
    </QueryState>
  );
}

/** Who ordered what, neighbour by neighbour or summed up by product. */
export function OrdersScreen() {
  const t = useTexts(groupOrderTexts);
  return (
    <LeaderPage title={t('title')} wide choosing>
      {(point) => <Rounds key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}
