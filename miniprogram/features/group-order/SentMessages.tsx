import { type GroupOrderId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { groupOrderTexts } from './texts';

/** What was written to the group before, newest first. */
export function SentMessages({ groupOrderId }: { groupOrderId: GroupOrderId }) {
  const t = useTexts(groupOrderTexts);
  const language = useLanguage();
  const { query, items, loadMore } = usePages({
    queryKey: ['group-messages', groupOrderId],
    load: (cursor) => api.orders.listGroupMessages({ params: { groupOrderId }, query: { cursor } }),
  });
  return (
    <QueryState query={query}>
      {() => (
        <Box className="lt-column">
          {items.length > 0 && (
            <Words as="h2" className="lt-head">
              {t('history')}
            </Words>
          )}
          <Box as="ul" className="lt-column">
            {items.map(({ messageId, text, postedAt }) => (
              <Card as="li" key={messageId}>
                <Box className="lt-column lt-column--tight">
                  <Words>{text}</Words>
                  <Words className="lt-small lt-soft">{formatMoment(postedAt, serverNow(), language)}</Words>
                </Box>
              </Card>
            ))}
          </Box>
          <LoadMore query={query} onTap={loadMore} />
        </Box>
      )}
    </QueryState>
  );
}
