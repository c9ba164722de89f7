import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { ChangesOf } from '@/blocks/audit/ChangesOf';
import { PayoutLines } from '@/blocks/payout/PayoutLines';
import { PayoutSteps } from '@/blocks/payout/PayoutSteps';
import { Sheet } from '@/design/components/Sheet';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { payeeOf } from './PayoutRow';

/** One payout, looked at closely: its steps and the commission in it. */
export function PayoutSheet({ payout, onClose }: { payout: PayoutView; onClose: () => void }) {
  return (
    <Sheet open title={`${formatMoney(payout.amount)} · ${payeeOf(payout)}`} onClose={onClose}>
      <Box className="lt-column">
        <PayoutSteps payout={payout} />
        <PayoutLines payoutId={payout.payoutId} />
        <ChangesOf services={['settlement']} subject={payout.payoutId} />
      </Box>
    </Sheet>
  );
}
