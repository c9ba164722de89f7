import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { PayoutTag } from '@/blocks/payout/PayoutTag';
import { ListRow } from '@/design/components/ListRow';
import { formatMoney } from '@/design/format/money';
import { useTexts } from '@/i18n/texts';
import { payoutsTexts } from './texts';

/** Who is paid, or the account while nothing is verified. */
export const payeeOf = ({ to, accountId }: PayoutView): string => to?.holder ?? accountId;

/** One payout of a list. */
export function PayoutRow({ payout, onTap }: { payout: PayoutView; onTap?: () => void }) {
  const t = useTexts(payoutsTexts);
  const { amount, to, returnedBecause, begun } = payout;
  const where = to ? `${to.bank ?? 'Stripe'} ····${to.tail}` : t('notVerified');
  return (
    <ListRow
      title={`${formatMoney(amount)} · ${payeeOf(payout)}`}
      detail={returnedBecause === undefined || begun ? where : t('cameBack', { reason: returnedBecause })}
      trailing={<PayoutTag payout={payout} />}
      {...(onTap ? { onTap } : {})}
    />
  );
}
