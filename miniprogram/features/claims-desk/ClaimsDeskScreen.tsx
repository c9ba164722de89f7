import { type CityId } from '#shared/contracts/ids';
import { ClaimFacts } from '@/blocks/claim/ClaimFacts';
import { LoadMore } from '@/blocks/form/LoadMore';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { type ToDecide } from './claimCase';
import { claimsDeskTexts } from './texts';

/** Claims that wait for a person, the longest waiting first. */
export function ClaimsDeskScreen() {
  const t = useTexts(claimsDeskTexts);
  return <OperatorPage title={t('title')}>{({ cityId }) => <Claims cityId={cityId} />}</OperatorPage>;
}

function Claims({ cityId }: { cityId: CityId }) {
  const t = useTexts(claimsDeskTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['claims-to-decide', cityId],
    load: (cursor) => api.orders.listClaimsToDecide({ query: { cityId, cursor, limit: '20' } }),
  });
  return (
    <QueryState query={query}>
      {() => (
        <>
          {items.length === 0 && <EmptyState icon="check" title={t('none')} detail={t('noneDetail')} />}
          {items.map((waiting) => (
            <Waiting key={waiting.claim.claimId} waiting={waiting} />
          ))}
          <LoadMore query={query} onTap={loadMore} />
        </>
      )}
    </QueryState>
  );
}

function Waiting({
  waiting: { claim, review, waitingSince, waitsForAnswer, recipientName, others },
}: {
  waiting: ToDecide;
}) {
  const t = useTexts(claimsDeskTexts);
  const language = useLanguage();
  const { orderId, claimId } = claim;
  return (
    <Card as="article">
      <Box className="lt-column">
        <ClaimFacts claim={claim} />
        <Words className="lt-small lt-soft">
          {`${recipientName} · ${t('since', { moment: formatMoment(waitingSince, serverNow(), language) })}`}
        </Words>
        <Box className="lt-row lt-row--wrap">
          {review.map((why) => (
            <Tag key={why} tone="yolk">
              {t(why)}
            </Tag>
          ))}
          {waitsForAnswer && <Tag tone="sky">{t('waitsForAnswer')}</Tag>}
          {others > 0 && <Tag>{t('others', { n: others })}</Tag>}
        </Box>
        <Button block kind="secondary" onTap={() => openPage('/operator/claim/index', { orderId, claimId })}>
          {t('decide')}
        </Button>
      </Box>
    </Card>
  );
}
