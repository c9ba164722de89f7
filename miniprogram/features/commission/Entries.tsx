import { type z } from 'zod';
import { type CommissionEntryView } from '#shared/contracts/settlement/commissions';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { VirtualList } from '@/design/components/VirtualList';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { inLanguage } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { commissionTexts } from './texts';

type Entry = z.infer<typeof CommissionEntryView>;

function EntryRow({ entry }: { entry: Entry }) {
  const t = useTexts(commissionTexts);
  const language = useLanguage();
  const now = serverNow();
  const { kind, title, amount, base, basisPoints, orderId, postedAt, withdrawableFrom } = entry;
  const goods = title ? [inLanguage(title, language)] : [];
  const heading = kind === 'accrual' && title ? goods : [t(kind), ...goods];
  const pending = Date.parse(withdrawableFrom) > now;
  const facts = t('of', {
    base: formatMoney(base),
    percent: basisPoints / 100,
    order: orderId.slice(-4),
  });
  return (
    <Box className="commission-entry">
      <ListRow
        title={[...heading, formatMoment(postedAt, now, language)].join(' · ')}
        detail={
          pending
            ? `${facts} · ${t('from', { moment: formatMoment(withdrawableFrom, now, language) })}`
            : facts
        }
        trailing={
          <Words className={`lt-strong lt-number ${amount.amount < 0 ? 'lt-tomato' : 'lt-leaf'}`}>
            {`${amount.amount > 0 ? '+' : ''}${formatMoney(amount)}`}
          </Words>
        }
      />
    </Box>
  );
}

/** Every entry of the ledger, newest first. */
export function Entries() {
  const t = useTexts(commissionTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['commission-entries'],
    load: (cursor) => api.settlement.listCommissionEntries({ query: { cursor, limit: '50' } }),
  });
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="wallet" title={t('none')} detail={t('noneDetail')} />
        ) : (
          <Box className="lt-column">
            <Words as="h2" className="lt-head">
              {t('entries')}
            </Words>
            <Card flush as="div">
              <VirtualList
                items={items}
                keyOf={({ entryId }) => entryId}
                estimate={760}
                label={t('entries')}
                render={(entry) => <EntryRow entry={entry} />}
              />
            </Card>
            <LoadMore query={query} onTap={loadMore} />
          </Box>
        )
      }
    </QueryState>
  );
}
