import { type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { PayoutTag } from '@/blocks/payout/PayoutTag';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { commissionTexts } from './texts';

function Row({ payout }: { payout: PayoutView }) {
  const t = useTexts(commissionTexts);
  const language = useLanguage();
  const { payoutId, amount, askedAt, askedBy, returnedBecause } = payout;
  return (
    <ListRow
      title={formatMoney(amount)}
      detail={
        returnedBecause === undefined
          ? t(askedBy, { moment: formatMoment(askedAt, serverNow(), language) })
          : t('cameBack', { reason: returnedBecause })
      }
      trailing={<PayoutTag payout={payout} />}
      onTap={() => openPage('/leader/payout/index', { payoutId })}
    />
  );
}

/** The leader's payouts, newest first. */
export function Payouts() {
  const t = useTexts(commissionTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['own-payouts'],
    load: (cursor) => api.settlement.listOwnPayouts({ query: { cursor, limit: '20' } }),
  });
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="wallet" title={t('noPayouts')} detail={t('noPayoutsDetail')} />
        ) : (
          <Box className="lt-column">
            <Card flush label={t('payouts')}>
              {items.map((payout) => (
                <Row key={payout.payoutId} payout={payout} />
              ))}
            </Card>
            <LoadMore query={query} onTap={loadMore} />
          </Box>
        )
      }
    </QueryState>
  );
}
