import { useState } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { type CycleId } from '#shared/contracts/ids';
import { type SupplierOrderCard } from '#shared/contracts/settlement/supplierViews';
import { CycleField } from '@/blocks/cycle/CycleChoice';
import { LoadMore } from '@/blocks/form/LoadMore';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { cycleState, useLatestCycles } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { StateTag } from './StateTag';
import { purchaseTexts } from './texts';
import { usePurchases } from './usePurchases';

/** What each supplier is to bring for a round, and how far it has come. */
export function PurchasesScreen() {
  const t = useTexts(purchaseTexts);
  return <OperatorPage title={t('title')}>{(city) => <OfCity key={city.cityId} city={city} />}</OperatorPage>;
}

function OfCity({ city }: { city: City }) {
  const t = useTexts(purchaseTexts);
  const [chosen, setChosen] = useState(usePageQuery()['cycleId']);
  return (
    <QueryState query={useLatestCycles(city.cityId)}>
      {(latest) => {
        const closed = latest.filter((cycle) => cycleState(cycle, serverNow()) === 'closed');
        const cycle = closed.find(({ cycleId }) => cycleId === chosen) ?? closed[0];
        if (!cycle)
          return (
            <EmptyState
              icon="calendar"
              title={t('noCycles')}
              detail={t('noCyclesDetail')}
              action={<Button onTap={() => openPage('/operator/cycles/index')}>{t('cycles')}</Button>}
            />
          );
        return (
          <>
            <CycleField cycles={closed} chosen={cycle} onChoose={setChosen} />
            <OfCycle key={cycle.cycleId} cycleId={cycle.cycleId} />
          </>
        );
      }}
    </QueryState>
  );
}

function OfCycle({ cycleId }: { cycleId: CycleId }) {
  const t = useTexts(purchaseTexts);
  const { query, items, loadMore } = usePurchases(cycleId);
  return (
    <>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="receipt" title={t('none')} detail={t('noneDetail')} />
          ) : (
            <Card flush label={t('title')}>
              {items.map((order) => (
                <Row key={order.purchaseOrderId} order={order} />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}

function Row({ order }: { order: SupplierOrderCard }) {
  const t = useTexts(purchaseTexts);
  const named = useNamed();
  const { purchaseOrderId, goods, units, missingUnits, mailFails, state } = order;
  return (
    <ListRow
      title={named(order.supplierName, order.supplierNameEn)}
      detail={t('row', { n: goods, units, amount: formatMoney(order.total) })}
      trailing={
        <Box className="lt-row lt-row--wrap">
          {mailFails && <Tag tone="tomato">{t('mailFails')}</Tag>}
          {missingUnits > 0 && <Tag tone="tomato">{t('missing', { n: missingUnits })}</Tag>}
          <StateTag state={state} />
        </Box>
      }
      onTap={() => openPage('/operator/purchase/index', { purchaseOrderId })}
    />
  );
}
