import { useState } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Tabs } from '@/design/components/Tabs';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { PickList } from './PickList';
import { PickupList, type OnePoint } from './PickupList';
import { PurchaseOrders } from './PurchaseOrders';
import { SortList } from './SortList';
import { consolidationTexts } from './texts';
import { WeighingTab } from './WeighingTab';

const names = ['purchase', 'pick', 'sort', 'pickup', 'weighing'] as const;
export type ListName = (typeof names)[number];

type ListsProps = { consolidation: ConsolidationView; list: ListName; onList: (list: ListName) => void };

/** The lists that people work by: who buys, who picks, who sorts, who hands out, who weighs. */
export function Lists({ consolidation, list, onList }: ListsProps) {
  const t = useTexts(consolidationTexts);
  const [point, setPoint] = useState<OnePoint | undefined>();
  const { weighedLinesOpen } = consolidation;
  return (
    <Box className="lt-column">
      <Box className="consolidation-tabs">
        <Tabs
          label={t('lists')}
          value={list}
          onChange={onList}
          tabs={names.map((value) => ({
            value,
            text: t(value),
            count: value === 'weighing' && weighedLinesOpen > 0 ? weighedLinesOpen : undefined,
          }))}
        />
      </Box>
      {list === 'purchase' && <PurchaseOrders consolidation={consolidation} />}
      {list === 'pick' && <PickList consolidation={consolidation} />}
      {list === 'sort' && (
        <SortList
          consolidation={consolidation}
          onPoint={(one) => {
            setPoint(one);
            onList('pickup');
          }}
        />
      )}
      {list === 'pickup' && (
        <PickupList consolidation={consolidation} point={point} onAll={() => setPoint(undefined)} />
      )}
      {list === 'weighing' && <WeighingTab consolidation={consolidation} />}
    </Box>
  );
}
