import { type SupplierId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { formatMoney } from '@/design/format/money';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { supplierAccountTexts } from './texts';
import { useOrdersOf } from './useSupplierAccounts';

/** What was bought from a supplier, newest first. */
export function OrdersOf({ supplierId }: { supplierId: SupplierId }) {
  const t = useTexts(supplierAccountTexts);
  const { query, items, loadMore } = useOrdersOf(supplierId);
  return (
    <>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="receipt" title={t('noOrders')} />
          ) : (
            <Card flush label={t('tabOrders')}>
              {items.map(({ purchaseOrderId, number, goods, total }) => (
                <ListRow
                  key={purchaseOrderId}
                  title={number}
                  detail={t('orderLine', { n: goods, amount: formatMoney(total) })}
                  onTap={() => openPage('/operator/purchase/index', { purchaseOrderId })}
                />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}
