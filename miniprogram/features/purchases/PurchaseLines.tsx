import { type ReactNode } from 'react';
import { type SupplierOrder, type SupplierOrderLine } from '#shared/contracts/settlement/supplierViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { type Column, DataTable } from '@/design/components/DataTable';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { purchaseTexts } from './texts';

type PurchaseLinesProps = {
  order: SupplierOrder;
  /** What can be done with all of them. */
  action: ReactNode;
  onReceive: (line: SupplierOrderLine) => void;
};

/** What is bought, what the supplier says will come, and what came. */
export function PurchaseLines({ order: { lines }, action, onReceive }: PurchaseLinesProps) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  const columns: readonly Column<SupplierOrderLine>[] = [
    {
      key: 'goods',
      title: t('goods'),
      width: '4fr',
      main: true,
      cell: ({ title, pack, cases, caseUnits }) => (
        <Box className="lt-column lt-column--tight">
          <Words className="lt-strong">{say(title)}</Words>
          <Words className="lt-tiny lt-soft">
            {`${say(pack)} · ${t('cases', { cases, units: caseUnits })}`}
          </Words>
        </Box>
      ),
    },
    { key: 'units', title: t('units'), figure: true, cell: ({ units }) => units },
    { key: 'cost', title: t('unitCost'), figure: true, cell: ({ unitCost }) => formatMoney(unitCost) },
    { key: 'total', title: t('lineTotal'), figure: true, cell: ({ total }) => formatMoney(total) },
    { key: 'coming', title: t('coming'), figure: true, cell: ({ comingUnits }) => comingUnits ?? '–' },
    { key: 'came', title: t('came'), figure: true, cell: ({ receivedUnits }) => receivedUnits },
    {
      key: 'receive',
      title: '',
      width: '96px',
      cell: (line) =>
        line.receivedUnits < line.units && (
          <Button
            size="small"
            kind="secondary"
            label={t('receiveOne', { title: say(line.title) })}
            onTap={() => onReceive(line)}
          >
            {t('receive')}
          </Button>
        ),
    },
  ];
  return (
    <Card label={t('goods')}>
      <Box className="lt-column">
        {action}
        <DataTable label={t('goods')} columns={columns} rows={lines} keyOf={({ skuId }) => skuId} />
      </Box>
    </Card>
  );
}
