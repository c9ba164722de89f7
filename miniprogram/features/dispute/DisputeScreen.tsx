import { useQuery } from '@tanstack/react-query';
import { type DiscrepancyView, type StopView } from '#shared/contracts/delivery/stopViews';
import { StopId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Card } from '@/design/components/Card';
import { EmptyState, Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { usePageQuery } from '@/platform/usePageQuery';
import { DecisionForm } from './DecisionForm';
import { CourierStatement, LeaderStatement } from './Statements';
import { disputeTexts } from './texts';
import './dispute.scss';

/** One difference with what leader and courier say of it, side by side, and who is to bear it. */
export function DisputeScreen() {
  const t = useTexts(disputeTexts);
  const { stopId = '', discrepancyId } = usePageQuery();
  const query = useQuery({
    queryKey: ['stop', stopId],
    queryFn: () => api.delivery.getStop({ params: { stopId: StopId.parse(stopId) } }),
  });
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <QueryState query={query}>
          {(stop) => {
            const one = stop.receipt?.discrepancies.find((each) => each.discrepancyId === discrepancyId);
            return one ? (
              <Dispute stop={stop} discrepancy={one} />
            ) : (
              <EmptyState icon="pin" title={t('none')} />
            );
          }}
        </QueryState>
      </SignInGate>
    </Page>
  );
}

function Dispute({ stop, discrepancy }: { stop: StopView; discrepancy: DiscrepancyView }) {
  const t = useTexts(disputeTexts);
  const say = useBilingual();
  const crate = stop.crates.find(({ crateId }) => crateId === discrepancy.crateId);
  return (
    <Box className="lt-column">
      <Card>
        <Box className="lt-column lt-column--tight">
          <Words as="h2" className="lt-head">
            {say(discrepancy.title)}
          </Words>
          <Words className="lt-soft">{`${say(stop.pickupPoint.name)} · ${crate?.label ?? ''}`}</Words>
          <Words>{`${t('loaded')} ${t('units', { n: discrepancy.expected })}`}</Words>
        </Box>
      </Card>
      <Box className="dispute-sides">
        <LeaderStatement discrepancy={discrepancy} />
        <CourierStatement stop={stop} crate={crate} discrepancy={discrepancy} />
      </Box>
      <Notice>{t('paidBack')}</Notice>
      <DecisionForm discrepancy={discrepancy} />
    </Box>
  );
}
