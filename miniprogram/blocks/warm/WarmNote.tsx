import { type CrateView } from '#shared/contracts/delivery/stopViews';
import { Notice } from '@/design/components/States';
import { useTexts } from '@/i18n/texts';
import { warmTexts } from './texts';

/** That a crate came too warm, and what an operator decided about it; nothing when it was cold enough. */
export function WarmNote({ crate: { warm, maxCelsius = 0 } }: { crate: CrateView }) {
  const t = useTexts(warmTexts);
  if (!warm) return null;
  const facts = { celsius: warm.celsius, max: maxCelsius };
  if (!warm.decision) return <Notice tone="tomato">{t('waits', facts)}</Notice>;
  const { kind, reason } = warm.decision;
  return <Notice tone={kind === 'accept' ? 'yolk' : 'tomato'}>{t(kind, { ...facts, reason })}</Notice>;
}
