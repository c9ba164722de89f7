import { Button } from '@/design/components/Button';
import { type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { type NextStep } from './nextStep';
import { operatorHomeTexts } from './texts';

const ways: Record<NextStep['kind'], { icon: IconName; page: `/operator/${string}` }> = {
  plan_routes: { icon: 'truck', page: '/operator/routes/index' },
  weigh: { icon: 'list', page: '/operator/consolidation/index' },
  overdue: { icon: 'clock', page: '/operator/city/index' },
  applications: { icon: 'people', page: '/operator/applications/index' },
  plan_cycle: { icon: 'calendar', page: '/operator/cycles/index' },
  watch: { icon: 'map', page: '/operator/city/index' },
};

/** The one thing to do now. */
export function NextCard({ step: { kind, n } }: { step: NextStep }) {
  const t = useTexts(operatorHomeTexts);
  const { icon, page } = ways[kind];
  return (
    <Box as="section" label={t('next')} className="operator-next">
      <Words as="h2" className="operator-next__head">
        {t('next')}
      </Words>
      <Words as="p" className="operator-next__words">
        {t(`${kind}Detail`, { n })}
      </Words>
      <Button
        block
        size="big"
        kind="secondary"
        icon={icon}
        onTap={() => openPage(page, kind === 'weigh' ? { list: 'weighing' } : {})}
      >
        {t(kind)}
      </Button>
    </Box>
  );
}
