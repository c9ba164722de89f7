import { useQuery } from '@tanstack/react-query';
import { type PayoutId } from '#shared/contracts/ids';
import { PayoutLines } from '@/blocks/payout/PayoutLines';
import { PayoutSteps } from '@/blocks/payout/PayoutSteps';
import { PayoutTag } from '@/blocks/payout/PayoutTag';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Card } from '@/design/components/Card';
import { FactList } from '@/design/components/FactList';
import { Price } from '@/design/components/Price';
import { Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { usePageQuery } from '@/platform/usePageQuery';
import { payoutScreenTexts } from './texts';

/** One payout of the leader: how far it is, where it goes, and what it is for. */
export function PayoutScreen() {
  const t = useTexts(payoutScreenTexts);
  const payoutId = usePageQuery()['payoutId'] as PayoutId;
  return (
    <Page title={t('title')}>
      <SignInGate role="leader">
        <OnePayout payoutId={payoutId} />
      </SignInGate>
    </Page>
  );
}

function OnePayout({ payoutId }: { payoutId: PayoutId }) {
  const t = useTexts(payoutScreenTexts);
  const query = useQuery({
    queryKey: ['own-payouts', payoutId],
    queryFn: () => api.settlement.getPayout({ params: { payoutId } }),
  });
  return (
    <>
      <QueryState query={query}>
        {(payout) => (
          <Card>
            <Box className="lt-column">
              <Box className="lt-row lt-row--between">
                <Price plain size="large" money={payout.amount} />
                <PayoutTag payout={payout} />
              </Box>
              {payout.returnedBecause !== undefined && !payout.begun && (
                <Notice>{t('returned', { reason: payout.returnedBecause })}</Notice>
              )}
              {payout.to && (
                <FactList
                  facts={[
                    [t('holder'), payout.to.holder],
                    [t('bank'), payout.to.bank],
                    [t('number'), `····${payout.to.tail}`],
                  ]}
                />
              )}
              <PayoutSteps payout={payout} />
            </Box>
          </Card>
        )}
      </QueryState>
      <PayoutLines payoutId={payoutId} />
    </>
  );
}
