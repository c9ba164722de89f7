import { type DiscrepancyView } from '#shared/contracts/delivery/stopViews';
import { Tag } from '@/design/components/Tag';
import { useTexts } from '@/i18n/texts';
import { discrepancyTexts } from './texts';

/** What the courier says to a discrepancy, in a word. */
export function CourierAnswer({ answer }: Pick<DiscrepancyView, 'answer'>) {
  const t = useTexts(discrepancyTexts);
  if (!answer) return <Tag tone="yolk">{t('unanswered')}</Tag>;
  return <Tag tone={answer.agreed ? 'leaf' : 'tomato'}>{t(answer.agreed ? 'agreed' : 'disagreed')}</Tag>;
}
