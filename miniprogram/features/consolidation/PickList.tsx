import { type ReplyOf } from '#shared/contracts/endpoint';
import { type ordersApi } from '#shared/contracts/orders';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Card } from '@/design/components/Card';
import { type Column, DataTable } from '@/design/components/DataTable';
import { formatWeight } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { Goods } from './Goods';
import { ListFrame } from './ListFrame';
import { consolidationTexts } from './texts';
import { usePickList } from './useLists';

type Line = ReplyOf<typeof ordersApi.getPickList>['items'][number];

/** What to take from the shelves, cold goods first. */
export function PickList({ consolidation }: { consolidation: ConsolidationView }) {
  const t = useTexts(consolidationTexts);
  const language = useLanguage();
  const named = useNamed();
  const pages = usePickList(consolidation.consolidationId);
  const columns: readonly Column<Line>[] = [
    { key: 'goods', title: t('goods'), width: '4fr', main: true, cell: (line) => <Goods {...line} /> },
    {
      key: 'units',
      title: t('units'),
      figure: true,
      cell: ({ units }) => <Words className="lt-strong">{units}</Words>,
    },
    {
      key: 'weight',
      title: t('weight'),
      width: '1.4fr',
      figure: true,
      cell: ({ grams }) => formatWeight(grams, language),
    },
    { key: 'temperature', title: t('temperature'), cell: ({ temperature }) => t(temperature) },
    {
      key: 'supplier',
      title: t('supplier'),
      width: '2.5fr',
      cell: ({ supplierName, supplierNameEn }) => named(supplierName, supplierNameEn),
    },
    { key: 'stops', title: t('stops'), figure: true, cell: ({ pickupPoints }) => pickupPoints },
    {
      key: 'checked',
      title: t('checked'),
      width: '48px',
      cell: () => <Box decorative className="consolidation-tick" />,
    },
  ];
  return (
    <ListFrame title={t('pick')} consolidation={consolidation} pages={pages} csv="pick-list">
      <Card>
        <DataTable label={t('pick')} columns={columns} rows={pages.items} keyOf={({ skuId }) => skuId} />
      </Card>
    </ListFrame>
  );
}
