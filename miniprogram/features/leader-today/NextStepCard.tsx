import { Button } from '@/design/components/Button';
import { formatTime } from '@/design/format/date';
import { formatSpan } from '@/design/format/measure';
import { type IconName } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { type NextStep } from './nextStep';
import { todayTexts } from './texts';

const ways: Record<NextStep['kind'], { icon: IconName; page: `/${string}` }> = {
  receive: { icon: 'crate', page: '/leader/receive/index' },
  hand_out: { icon: 'qr', page: '/leader/hand-out/index' },
  overdue: { icon: 'clock', page: '/leader/overdue/index' },
  await_courier: { icon: 'truck', page: '/leader/receive/index' },
  share: { icon: 'share', page: '/leader/share/index' },
  rest: { icon: 'list', page: '/leader/orders/index' },
};

/** The one thing to do now. */
export function NextStepCard({ step, now }: { step: NextStep; now: number }) {
  const t = useTexts(todayTexts);
  const language = useLanguage();
  const detail = () => {
    switch (step.kind) {
      case 'receive':
        return t('receiveDetail', { n: step.crates });
      case 'hand_out':
        return t('hand_outDetail', { n: step.orders });
      case 'overdue':
        return t('overdueDetail', { n: step.orders });
      case 'await_courier':
        return step.eta === undefined
          ? t('await_courierDetail')
          : t('await_courierEta', { time: formatTime(step.eta) });
      case 'share': {
        const left = formatSpan(Date.parse(step.cutoffAt) - now, language);
        return step.missing > 0 ? t('shareMissing', { left, n: step.missing }) : t('shareDetail', { left });
      }
      case 'rest':
        return t('restDetail');
    }
  };
  const { icon, page } = ways[step.kind];
  return (
    <Box as="section" label={t('next')} className="today-next">
      <Words as="h2" className="today-next__head">
        {t('next')}
      </Words>
      <Words as="p" className="today-next__words">
        {detail()}
      </Words>
      <Button block size="big" kind="secondary" icon={icon} onTap={() => openPage(page)}>
        {t(step.kind)}
      </Button>
    </Box>
  );
}
