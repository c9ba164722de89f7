import { type ReplyOf } from '#shared/contracts/endpoint';
import { type ordersApi } from '#shared/contracts/orders';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { type Column, DataTable } from '@/design/components/DataTable';
import { formatReference } from '@/design/format/reference';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { ListFrame } from './ListFrame';
import { consolidationTexts } from './texts';
import { Goods } from './Goods';
import { usePurchaseOrders } from './useLists';

type Line = ReplyOf<typeof ordersApi.listPurchaseOrders>['items'][number]['lines'][number];

/** What to buy, supplier by supplier; on paper each on a sheet of its own. */
export function PurchaseOrders({ consolidation }: { consolidation: ConsolidationView }) {
  const t = useTexts(consolidationTexts);
  const named = useNamed();
  const { consolidationId, cycleId } = consolidation;
  const pages = usePurchaseOrders(consolidationId);
  const columns: readonly Column<Line>[] = [
    { key: 'goods', title: t('goods'), width: '4fr', main: true, cell: (line) => <Goods {...line} /> },
    { key: 'units', title: t('ordered'), figure: true, cell: ({ units }) => units },
    { key: 'caseUnits', title: t('caseUnits'), figure: true, cell: ({ caseUnits }) => caseUnits },
    {
      key: 'cases',
      title: t('cases'),
      figure: true,
      cell: ({ cases }) => <Words className="lt-strong">{cases}</Words>,
    },
    { key: 'surplus', title: t('surplus'), figure: true, cell: ({ surplusUnits }) => surplusUnits },
  ];
  return (
    <ListFrame title={t('purchase')} consolidation={consolidation} pages={pages} csv="purchase-orders">
      <Box className="lt-column">
        <Box className="lt-row lt-no-print">
          <Button icon="truck" onTap={() => openPage('/operator/purchases/index', { cycleId })}>
            {t('toPurchases')}
          </Button>
        </Box>
        {pages.items
          .map(({ supplierName, supplierNameEn, ...order }) => ({
            ...order,
            supplier: named(supplierName, supplierNameEn),
          }))
          .map(({ purchaseOrderId, supplier, lines }) => (
            <Card key={purchaseOrderId} className="lt-print-page" label={supplier}>
              <Box className="lt-row lt-row--between lt-row--wrap">
                <Words as="h2" className="lt-head">
                  {supplier}
                </Words>
                <Words className="lt-tiny lt-soft">{formatReference(purchaseOrderId)}</Words>
              </Box>
              <DataTable label={supplier} columns={columns} rows={lines} keyOf={({ skuId }) => skuId} />
            </Card>
          ))}
      </Box>
    </ListFrame>
  );
}
