import { type z } from 'zod';
import { type PayoutId } from '#shared/contracts/ids';
import { type PayoutLineView } from '#shared/contracts/settlement/payoutViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { payoutTexts } from './texts';

function Line({ line }: { line: z.infer<typeof PayoutLineView> }) {
  const t = useTexts(payoutTexts);
  const say = useBilingual();
  const { orderId, title, base, basisPoints, amount } = line;
  const facts = t('line', {
    base: formatMoney(base),
    percent: basisPoints / 100,
    order: orderId.slice(-4),
  });
  return (
    <ListRow
      title={title ? say(title) : facts}
      {...(title ? { detail: facts } : {})}
      trailing={<Words className="lt-strong lt-number">{formatMoney(amount)}</Words>}
    />
  );
}

/** The commission that a payout brings: goods, rate and order of each line. */
export function PayoutLines({ payoutId }: { payoutId: PayoutId }) {
  const t = useTexts(payoutTexts);
  const { query, items, loadMore } = usePages({
    queryKey: ['payout-lines', payoutId],
    load: (cursor) =>
      api.settlement.listPayoutLines({ params: { payoutId }, query: { cursor, limit: '50' } }),
  });
  return (
    <Box className="lt-column">
      <Words as="h2" className="lt-head">
        {t('lines')}
      </Words>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <Words className="lt-soft">{t('noLines')}</Words>
          ) : (
            <Card flush label={t('lines')}>
              {items.map((line, at) => (
                <Line key={at} line={line} />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </Box>
  );
}
