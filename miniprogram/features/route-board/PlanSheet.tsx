import { type RoutePlanCard } from '#shared/contracts/delivery/planning';
import { Sheet } from '@/design/components/Sheet';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { PlanForm } from './PlanForm';
import { routeBoardTexts } from './texts';

/** Plans anew, as long as every route still waits. */
export function PlanSheet({ plan, onClose }: { plan: RoutePlanCard; onClose: () => void }) {
  const t = useTexts(routeBoardTexts);
  return (
    <Sheet open title={t('again')} onClose={onClose}>
      <Box className="lt-column">
        <Words as="p" className="lt-soft">
          {t('againBody')}
        </Words>
        <PlanForm plan={plan} onDone={onClose} />
      </Box>
    </Sheet>
  );
}
