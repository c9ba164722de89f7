import { useState } from 'react';
import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ConfirmSheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { payeeOf, PayoutRow } from './PayoutRow';
import { PayoutSheet } from './PayoutSheet';
import { payoutsTexts } from './texts';
import { sayProblem, useChanged, usePayouts } from './usePayouts';

const most = 100;

/** Payouts that wait for an approval: all that are shown in one go, after a second look at the sum. */
export function ToApprove({ waitingFor }: { waitingFor: 'approval' | 'second_approval' }) {
  const t = useTexts(payoutsTexts);
  const { query, items, loadMore } = usePayouts({ waitingFor });
  const [looking, setLooking] = useState<PayoutView>();
  const [approving, setApproving] = useState<readonly PayoutView[]>();
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="check" title={t('nothingToApprove')} detail={t('nothingToApproveDetail')} />
        ) : (
          <Box className="lt-column">
            <Box className="lt-row">
              <Button icon="check" onTap={() => setApproving(items.slice(0, most))}>
                {t('approveAll', { n: Math.min(items.length, most) })}
              </Button>
            </Box>
            <Card flush label={t(waitingFor)}>
              {items.map((payout) => (
                <PayoutRow key={payout.payoutId} payout={payout} onTap={() => setLooking(payout)} />
              ))}
            </Card>
            <LoadMore query={query} onTap={loadMore} />
            {looking && <PayoutSheet payout={looking} onClose={() => setLooking(undefined)} />}
            {approving && <SecondLook payouts={approving} onClose={() => setApproving(undefined)} />}
          </Box>
        )
      }
    </QueryState>
  );
}

/** Once more: who gets what, and how much it is together. */
function SecondLook({ payouts, onClose }: { payouts: readonly PayoutView[]; onClose: () => void }) {
  const t = useTexts(payoutsTexts);
  const changed = useChanged();
  const approve = useWrite(
    (_key, seen: readonly PayoutView[]) =>
      api.settlement.approvePayouts({
        body: { payouts: seen.map(({ payoutId, amount }) => ({ payoutId, amount })) },
      }),
    {
      onSuccess: () => {
        changed();
        showToast(t('approved'));
        onClose();
      },
      onError: sayProblem,
    },
  );
  const total = formatMoney({
    amount: payouts.reduce((sum, { amount }) => sum + amount.amount, 0),
  });
  return (
    <ConfirmSheet
      open
      title={t('secondLook')}
      body={t('secondLookBody', { n: payouts.length, total })}
      confirm={t('approve', { total })}
      busy={approve.isPending}
      onConfirm={() => approve.mutate(payouts)}
      onClose={onClose}
    >
      <Box as="ul" className="lt-column lt-column--tight">
        {payouts.map((payout) => (
          <Box as="li" key={payout.payoutId} className="lt-row lt-row--between lt-small">
            <Words>{payeeOf(payout)}</Words>
            <Words className="lt-number">{formatMoney(payout.amount)}</Words>
          </Box>
        ))}
      </Box>
    </ConfirmSheet>
  );
}
