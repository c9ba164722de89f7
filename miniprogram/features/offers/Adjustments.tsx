import { LoadMore } from '@/blocks/form/LoadMore';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { usePages } from '@/client/usePages';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { offersTexts } from './texts';

/** What was added to or taken from an offer, newest first. */
export function Adjustments({ offerId }: { offerId: string }) {
  const t = useTexts(offersTexts);
  const language = useLanguage();
  const { query, items, loadMore } = usePages({
    queryKey: ['stock-adjustments', offerId],
    load: (cursor) =>
      api.catalog.listStockAdjustments({
        params: { offerId },
        query: { limit: '20', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });
  return (
    <QueryState query={query}>
      {() => (
        <>
          {items.length === 0 && <Words className="lt-small lt-soft">{t('noHistory')}</Words>}
          <Box as="ul" className="lt-column lt-column--tight">
            {items.map(({ units, reason, note, at }) => (
              <Box as="li" key={`${at}${units}`} className="lt-row lt-row--between lt-small">
                <Words>
                  {units > 0 ? `+${units}` : units} {t(reason)}
                  {note === undefined ? '' : ` · ${note}`}
                </Words>
                <Words className="lt-soft">{formatMoment(at, serverNow(), language)}</Words>
              </Box>
            ))}
          </Box>
          <LoadMore query={query} onTap={loadMore} />
        </>
      )}
    </QueryState>
  );
}
