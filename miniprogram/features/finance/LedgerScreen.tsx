import { type LedgerEntryView } from '#shared/contracts/settlement/ledgerEntries';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { usePageQuery } from '@/platform/usePageQuery';
import { accountName, kindName } from './names';
import { financeTexts } from './texts';

/** One fen's story: the entries of an account, an order or a payout, each of which leads on. */
export function LedgerScreen() {
  const t = useTexts(financeTexts);
  return (
    <Page title={t('ledgerTitle')} wide>
      <SignInGate role="operator">
        <Entries />
      </SignInGate>
    </Page>
  );
}

function Entries() {
  const t = useTexts(financeTexts);
  const { account = 'platform:revenue', orderId, payoutId } = usePageQuery();
  const about =
    orderId !== undefined
      ? t('order', { tail: orderId.slice(-4) })
      : payoutId !== undefined
        ? t('payout', { tail: payoutId.slice(-4) })
        : accountName(account, t);
  const { query, items, loadMore } = usePages({
    queryKey: ['finance', 'entries', account, orderId, payoutId],
    load: (cursor) => {
      if (orderId !== undefined)
        return api.settlement.listEntriesOfOrder({
          params: { orderId: orderId },
          query: { cursor },
        });
      if (payoutId !== undefined)
        return api.settlement.listEntriesOfPayout({ params: { payoutId }, query: { cursor } });
      return api.settlement.listEntriesOfAccount({ params: { account }, query: { cursor } });
    },
  });
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="list" title={t('noEntries')} detail={t('noEntriesDetail')} />
        ) : (
          <Box className="lt-column">
            <Words as="h2" className="lt-head">
              {about}
            </Words>
            {items.map((entry) => (
              <EntryCard key={entry.entryId} entry={entry} />
            ))}
            <LoadMore query={query} onTap={loadMore} />
          </Box>
        )
      }
    </QueryState>
  );
}

function EntryCard({ entry }: { entry: LedgerEntryView }) {
  const t = useTexts(financeTexts);
  const language = useLanguage();
  const { kind, at, postings, orderId, payoutId } = entry;
  return (
    <Card flush label={kindName(kind, t)}>
      <ListRow title={kindName(kind, t)} detail={formatMoment(at, serverNow(), language)} />
      {postings.map(({ account, amount }) => (
        <ListRow
          key={account}
          title={accountName(account, t)}
          trailing={<Words className="lt-number">{formatMoney(amount)}</Words>}
          onTap={() => openPage('/operator/ledger/index', { account })}
        />
      ))}
      {orderId !== undefined && (
        <ListRow
          icon="receipt"
          title={t('order', { tail: orderId.slice(-4) })}
          onTap={() => openPage('/operator/ledger/index', { orderId })}
        />
      )}
      {payoutId !== undefined && (
        <ListRow
          icon="wallet"
          title={t('payout', { tail: payoutId.slice(-4) })}
          onTap={() => openPage('/operator/ledger/index', { payoutId })}
        />
      )}
    </Card>
  );
}
