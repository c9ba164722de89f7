import { Button } from '@/design/components/Button';
import { NextStep } from '@/design/components/NextStep';
import { type IconName } from '@/design/icon/Icon';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { type NextStep as Step } from './nextStep';
import { operatorHomeTexts } from './texts';
import { toFailed } from './toFailed';
import { type Overview } from './useOverview';

const ways: Record<Step['kind'], { icon: IconName; page: `/operator/${string}` }> = {
  decide: { icon: 'warning', page: '/operator/routes/index' },
  plan_routes: { icon: 'truck', page: '/operator/routes/index' },
  weigh: { icon: 'list', page: '/operator/consolidation/index' },
  overdue: { icon: 'clock', page: '/operator/city/index' },
  applications: { icon: 'people', page: '/operator/applications/index' },
  plan_cycle: { icon: 'calendar', page: '/operator/cycles/index' },
  watch: { icon: 'map', page: '/operator/city/index' },
};

const queryOf = (kind: Step['kind'], { failed }: Overview) => {
  if (kind === 'decide') return toFailed(failed);
  return kind === 'weigh' ? { list: 'weighing' } : {};
};

/** The one thing to do now. */
export function NextCard({ step: { kind, n }, overview }: { step: Step; overview: Overview }) {
  const t = useTexts(operatorHomeTexts);
  const { icon, page } = ways[kind];
  return (
    <NextStep title={t('next')} detail={t(`${kind}Detail`, { n })}>
      <Button
        block
        size="big"
        kind="secondary"
        icon={icon}
        onTap={() => openPage(page, queryOf(kind, overview))}
      >
        {t(kind)}
      </Button>
    </NextStep>
  );
}
