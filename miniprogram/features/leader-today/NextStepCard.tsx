import { Button } from '@/design/components/Button';
import { NextStep } from '@/design/components/NextStep';
import { formatTime } from '@/design/format/date';
import { formatSpan } from '@/design/format/measure';
import { type IconName } from '@/design/icon/Icon';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { type NextStep as Step } from './nextStep';
import { todayTexts } from './texts';

const ways: Record<Step['kind'], { icon: IconName; page: `/${string}` }> = {
  receive: { icon: 'crate', page: '/leader/receive/index' },
  hand_out: { icon: 'qr', page: '/leader/hand-out/index' },
  overdue: { icon: 'clock', page: '/leader/overdue/index' },
  await_courier: { icon: 'truck', page: '/leader/receive/index' },
  share: { icon: 'share', page: '/leader/share/index' },
  rest: { icon: 'list', page: '/leader/orders/index' },
};

/** The one thing to do now. */
export function NextStepCard({ step, now }: { step: Step; now: number }) {
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
    <NextStep title={t('next')} detail={detail()}>
      <Button block size="big" kind="secondary" icon={icon} onTap={() => openPage(page)}>
        {t(step.kind)}
      </Button>
    </NextStep>
  );
}
