import { useState } from 'react';
import { CycleChoice } from '@/blocks/cycle/CycleChoice';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { OrderStatusTag } from '@/blocks/order/OrderStatusTag';
import { isProblem } from '@/client/apiProblem';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { DeskOrder } from './DeskOrder';
import { soughtBy } from './sought';
import { ordersDeskTexts } from './texts';
import { type FoundOrder, useFoundOrders } from './useOrdersDesk';

/** For operators who are asked about an order: found by phone, number, name or total, seen, and paid back line by line. */
export function OrdersDeskScreen() {
  const t = useTexts(ordersDeskTexts);
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <OrdersDesk />
      </SignInGate>
    </Page>
  );
}

function OrdersDesk() {
  const t = useTexts(ordersDeskTexts);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | undefined>();
  return (
    <ListDetail
      detailLabel={t('title')}
      icon="receipt"
      choose={t('choose')}
      onBack={() => setChosen(undefined)}
      list={
        <>
          <SearchField label={t('search')} value={words} onChange={setWords} />
          {soughtBy(words).kind === 'withinCycle' ? (
            <CycleChoice cycleId={undefined}>
              {({ cycleId }) => (
                <Found words={words} cycleId={cycleId} chosen={chosen} onChoose={setChosen} />
              )}
            </CycleChoice>
          ) : (
            <Found words={words} chosen={chosen} onChoose={setChosen} />
          )}
        </>
      }
      detail={chosen !== undefined && <DeskOrder key={chosen} orderId={chosen} />}
    />
  );
}

type FoundProps = {
  words: string;
  /** Where to look for a name, the end of an order number or a total. */
  cycleId?: string;
  chosen: string | undefined;
  onChoose: (orderId: string) => void;
};

function Found({ words, cycleId, chosen, onChoose }: FoundProps) {
  const t = useTexts(ordersDeskTexts);
  const { query, items, loadMore, isSearch } = useFoundOrders(words, cycleId);
  const none = (
    <EmptyState
      icon="search"
      title={t('none')}
      detail={t(cycleId === undefined ? 'noneDetail' : 'noneInCycle')}
    />
  );
  if (query.isError && isProblem(query.error, 'NOT_FOUND')) return none;
  return (
    <>
      <QueryState query={query}>
        {() => {
          if (items.length === 0)
            return isSearch ? (
              none
            ) : (
              <EmptyState icon="search" title={t('start')} detail={t('startDetail')} />
            );
          return (
            <>
              {!isSearch && <Words className="lt-small lt-soft">{t('failedOnes')}</Words>}
              <Card flush label={t('title')}>
                {items.map((order) => (
                  <Row
                    key={order.orderId}
                    order={order}
                    chosen={order.orderId === chosen}
                    onTap={() => onChoose(order.orderId)}
                  />
                ))}
              </Card>
            </>
          );
        }}
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}

type RowProps = { order: FoundOrder; chosen: boolean; onTap: () => void };

function Row({ order, chosen, onTap }: RowProps) {
  const t = useTexts(ordersDeskTexts);
  const say = useBilingual();
  const { recipientName, phoneTail, lines } = order;
  return (
    <ListRow
      title={t('person', { name: recipientName, tail: phoneTail })}
      detail={lines.map(({ title, quantity }) => t('item', { title: say(title), n: quantity })).join(' · ')}
      trailing={<OrderStatusTag order={order} />}
      chosen={chosen}
      onTap={onTap}
    />
  );
}
