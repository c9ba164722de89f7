import { useState } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Figure, Figures } from '@/blocks/operator/Figures';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { SupersedeSheet } from './SupersedeSheet';
import { consolidationTexts } from './texts';

type SummaryCardProps = { consolidation: ConsolidationView; onSuperseded: (next: string) => void };

/** The frozen totals, and what can be done about them. */
export function SummaryCard({ consolidation, onSuperseded }: SummaryCardProps) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const [superseding, setSuperseding] = useState(false);
  const { consolidationId, supersededBy, droppedSkus } = consolidation;
  return (
    <Card className="lt-no-print" label={t('title')}>
      <Box className="lt-column">
        <Figures>
          <Figure name={t('orders')}>{consolidation.orders}</Figure>
          <Figure name={t('units')}>{consolidation.units}</Figure>
          <Figure name={t('points')}>{consolidation.pickupPoints}</Figure>
          <Figure name={t('amount')}>{formatMoney(consolidation.goodsTotal)}</Figure>
          <Figure name={t('formed')}>{consolidation.groupBuysFormed}</Figure>
          <Figure name={t('notFormed')}>{consolidation.groupBuysFailed}</Figure>
          <Figure name={t('failed')}>{consolidation.failedOrders}</Figure>
        </Figures>
        {droppedSkus.length > 0 && (
          <Box className="lt-column lt-column--tight">
            <Words as="h2" className="lt-strong">
              {t('dropped')}
            </Words>
            <Box as="ul" className="lt-column lt-column--tight">
              {droppedSkus.map(({ skuId, title, units, reason }) => (
                <Box as="li" key={skuId} className="lt-row lt-row--wrap lt-small">
                  <Words>{say(title)}</Words>
                  <Words className="lt-soft">{t('droppedUnits', { n: units })}</Words>
                  <Words className="lt-soft">{t(reason)}</Words>
                </Box>
              ))}
            </Box>
          </Box>
        )}
        {supersededBy === undefined && (
          <Box className="lt-row lt-row--wrap">
            <Button icon="truck" onTap={() => openPage('/operator/routes/index', { consolidationId })}>
              {t('routes')}
            </Button>
            <Button kind="secondary" icon="warning" onTap={() => setSuperseding(true)}>
              {t('supersede')}
            </Button>
          </Box>
        )}
      </Box>
      {superseding && (
        <SupersedeSheet
          consolidationId={consolidationId}
          onClose={() => setSuperseding(false)}
          onDone={(next) => {
            setSuperseding(false);
            onSuperseded(next);
          }}
        />
      )}
    </Card>
  );
}
