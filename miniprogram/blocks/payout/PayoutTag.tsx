import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { Tag } from '@/design/components/Tag';
import { useTexts } from '@/i18n/texts';
import { payoutTexts } from './texts';

const tones = {
  waiting: 'yolk',
  approved: 'sky',
  with_bank: 'sky',
  sent: 'sky',
  paid: 'leaf',
  returned: 'tomato',
} as const;
type Standing = keyof typeof tones;

function standingOf({ status, approved, returnedBecause, begun }: PayoutView): Standing {
  if (status !== 'due') return status;
  if (begun) return 'with_bank';
  if (approved) return 'approved';
  return returnedBecause === undefined ? 'waiting' : 'returned';
}

/** How far a payout is, in a word. */
export function PayoutTag({ payout }: { payout: PayoutView }) {
  const t = useTexts(payoutTexts);
  const standing = standingOf(payout);
  return <Tag tone={tones[standing]}>{t(standing)}</Tag>;
}
