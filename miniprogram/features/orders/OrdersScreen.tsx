import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { useSession } from '@/client/session';
import { SignInGate } from '@/client/SignInGate';
import { usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { Tabs } from '@/design/components/Tabs';
import { VirtualList } from '@/design/components/VirtualList';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { OrderCard } from './OrderCard';
import { ordersTexts } from './texts';
import './orders.scss';

const filters = {
  all: undefined,
  unpaid: 'awaiting_payment',
  coming: 'paid,consolidated,in_transit',
  ready: 'ready',
  done: 'collected,closed',
} as const;
type Filter = keyof typeof filters;

/** My orders, newest first. */
export function OrdersScreen() {
  const t = useTexts(ordersTexts);
  const [filter, setFilter] = useState<Filter>('all');
  return (
    <Page title={t('title')} tab="orders">
      <SignInGate>
        <Tabs
          label={t('filter')}
          value={filter}
          onChange={setFilter}
          tabs={(Object.keys(filters) as Filter[]).map((value) => ({ value, text: t(value) }))}
        />
        <OrderList key={filter} filter={filter} />
      </SignInGate>
    </Page>
  );
}

function OrderList({ filter }: { filter: Filter }) {
  const t = useTexts(ordersTexts);
  const accountId = useSession()?.accountId;
  const status = filters[filter];
  const { query, items, loadMore } = usePages({
    queryKey: ['orders', accountId, filter],
    load: (cursor) =>
      api.orders.listOwnOrders({ query: { cursor, ...(status === undefined ? {} : { status }) } }),
  });
  useDidShow(() => void query.refetch());
  return (
    <>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState
              icon="receipt"
              title={t('empty')}
              detail={t('emptyDetail')}
              action={<Button onTap={() => openTab('home')}>{t('browse')}</Button>}
            />
          ) : (
            <VirtualList
              items={items}
              keyOf={({ orderId }) => orderId}
              render={(order) => <OrderCard order={order} />}
              estimate={1500}
              className="lt-column lt-column--list"
              label={t('list')}
            />
          )
        }
      </QueryState>
      {query.hasNextPage && (
        <Button kind="quiet" busy={query.isFetchingNextPage} onTap={loadMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
