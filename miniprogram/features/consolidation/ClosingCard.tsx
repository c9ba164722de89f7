import { type CycleId } from '#shared/contracts/ids';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Timeline } from '@/design/components/Timeline';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { useClosing } from './useConsolidation';

const phases = ['waiting', 'draining', 'consolidating', 'frozen'] as const;

/** How far the closing of a cycle is. */
export function ClosingCard({ cycleId }: { cycleId: CycleId }) {
  const t = useTexts(consolidationTexts);
  const query = useClosing(cycleId);
  return (
    <QueryState query={query}>
      {({ phase, ordersInFlight }) => {
        const at = phases.indexOf(phase);
        const steps = phases.map((one, index) => ({
          key: one,
          title: t(one === 'frozen' ? 'frozenPhase' : one),
          detail: one === 'draining' && at === index ? t('inFlight', { n: ordersInFlight }) : undefined,
          state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('todo' as const),
        }));
        return (
          <Card>
            <Box className="lt-column" live="polite">
              <Words as="h2" className="lt-head">
                {t('closing')}
              </Words>
              <Words as="p" className="lt-soft">
                {t('closingDetail')}
              </Words>
              <Timeline label={t('closing')} steps={steps} />
            </Box>
          </Card>
        );
      }}
    </QueryState>
  );
}
