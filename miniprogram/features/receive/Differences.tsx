import { type DiscrepancyView } from '#shared/contracts/delivery/stopViews';
import { CourierAnswer } from '@/blocks/discrepancy/CourierAnswer';
import { DisputeDecision } from '@/blocks/discrepancy/DisputeDecision';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { receiveTexts } from './texts';

/** What was counted otherwise than packed, and what the courier says to it. */
export function Differences({ discrepancies }: { discrepancies: readonly DiscrepancyView[] }) {
  const t = useTexts(receiveTexts);
  const say = useBilingual();
  if (discrepancies.length === 0) return null;
  return (
    <Box as="ul" className="lt-column" label={t('differences')}>
      {discrepancies.map(({ discrepancyId, title, expected, received, answer, decision }) => (
        <Box as="li" key={discrepancyId} className="lt-column lt-column--tight">
          <Box className="lt-row lt-row--between lt-row--wrap">
            <Words>{t('diff', { title: say(title), expected, received })}</Words>
            <CourierAnswer answer={answer} />
          </Box>
          {answer?.note !== undefined && <Words className="lt-small lt-soft">{answer.note}</Words>}
          <DisputeDecision decision={decision} />
        </Box>
      ))}
    </Box>
  );
}
