import { Card } from '@/design/components/Card';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { Figure } from './Figure';
import { type Pickup } from './nextStep';
import { todayTexts } from './texts';

/** What waits to be collected, what was, and what is late. */
export function PickupCard({ pickup: { ready, collected, overdue } }: { pickup: Pickup }) {
  const t = useTexts(todayTexts);
  if (ready + collected + overdue === 0) return null;
  return (
    <Card>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('pickupNow')}
        </Words>
        <Box className="today-figures" live="polite">
          <Figure name={t('ready')}>{ready}</Figure>
          <Figure name={t('collected')}>{collected}</Figure>
          <Figure name={t('overdueCount')} tone={overdue > 0 ? 'lt-tomato' : ''}>
            {overdue}
          </Figure>
        </Box>
      </Box>
    </Card>
  );
}
