import { type ClaimStatus } from '#shared/contracts/orders/claimViews';
import { Tag, type Tone } from '@/design/components/Tag';
import { useTexts } from '@/i18n/texts';
import { claimWords } from './texts';

const tones: Readonly<Record<ClaimStatus, Tone>> = {
  open: 'yolk',
  granted: 'leaf',
  partly_granted: 'leaf',
  declined: 'tomato',
  appealed: 'yolk',
  decided: 'plain',
};

/** How far a claim is, in a word. */
export function ClaimStatusTag({ status }: { status: ClaimStatus }) {
  const t = useTexts(claimWords);
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
