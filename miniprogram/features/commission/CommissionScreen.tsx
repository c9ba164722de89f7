import { useQuery } from '@tanstack/react-query';
import { SignInGate } from '@/client/SignInGate';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Price } from '@/design/components/Price';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { Entries } from './Entries';
import { commissionTexts } from './texts';
import './commission.scss';

function Balance() {
  const t = useTexts(commissionTexts);
  const query = useQuery({
    queryKey: ['commission-balance'],
    queryFn: () => api.orders.getCommissionBalance(),
  });
  return (
    <QueryState query={query}>
      {({ withdrawable, pending, total }) => (
        <Card className="commission-balance">
          <Box className="lt-column">
            <Words>{t('withdrawable')}</Words>
            <Box className="commission-balance__amount">
              <Price plain money={withdrawable} />
            </Box>
            <Box className="lt-row lt-row--between">
              <Words>{t('pending')}</Words>
              <Price plain money={pending} />
            </Box>
            <Box className="lt-row lt-row--between">
              <Words>{t('total')}</Words>
              <Price plain money={total} />
            </Box>
          </Box>
        </Card>
      )}
    </QueryState>
  );
}

/** What the leader earned: what can be withdrawn, what is pending, and each entry. */
export function CommissionScreen() {
  const t = useTexts(commissionTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="leader">
        <Balance />
        <Words as="p" className="lt-small lt-soft">
          {t('explain')}
        </Words>
        <Entries />
      </SignInGate>
    </Page>
  );
}
