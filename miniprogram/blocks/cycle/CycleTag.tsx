import { type CycleState } from '@/client/cycles';
import { Tag, type Tone } from '@/design/components/Tag';
import { useTexts } from '@/i18n/texts';
import { cycleTexts } from './texts';

const tones: Record<CycleState, Tone> = { planned: 'sky', open: 'leaf', closed: 'plain' };

/** Whether a cycle is planned, open or closed. */
export function CycleTag({ state }: { state: CycleState }) {
  const t = useTexts(cycleTexts);
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
