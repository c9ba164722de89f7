import { type DiscrepancyView } from '#shared/contracts/delivery/stopViews';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { discrepancyTexts } from './texts';

/** Who bears a difference, and why; nothing while nobody has decided. */
export function DisputeDecision({ decision }: Pick<DiscrepancyView, 'decision'>) {
  const t = useTexts(discrepancyTexts);
  if (!decision) return null;
  return <Words className="lt-small">{t(decision.payer, { reason: decision.reason })}</Words>;
}
