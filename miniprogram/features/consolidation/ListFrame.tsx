import { useState, type ReactNode } from 'react';
import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { messageOf } from '@/client/apiProblem';
import { downloadFile } from '@/client/download';
import { QueryState } from '@/client/QueryState';
import { type usePages } from '@/client/usePages';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { formatCityDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { canPrint, printPage } from '@/platform/printPage';
import { canSaveFiles } from '@/platform/saveFile';
import { consolidationTexts } from './texts';

type Pages = Pick<ReturnType<typeof usePages>, 'query' | 'items' | 'loadMore'>;

type ListFrameProps = {
  title: string;
  consolidation: ConsolidationView;
  pages: Pages;
  /** Below the consolidation's address: where the list is as CSV. */
  csv: string;
  children: ReactNode;
};

/** Time for what was loaded last to appear before it is printed. */
const settleMs = 100;

/** A list with what can be done with all of it: print it, or take it along as CSV. */
export function ListFrame({ title, consolidation, pages, csv, children }: ListFrameProps) {
  const t = useTexts(consolidationTexts);
  const language = useLanguage();
  const { query, items, loadMore } = pages;
  const { consolidationId, pickupDate, version } = consolidation;
  const [printing, setPrinting] = useState(false);
  const [saving, setSaving] = useState(false);
  const print = async () => {
    setPrinting(true);
    try {
      for (let { hasNextPage } = query; hasNextPage;)
        ({ hasNextPage } = await query.fetchNextPage({ throwOnError: true }));
      setTimeout(printPage, settleMs);
    } catch (error) {
      showToast(messageOf(error), 'problem');
    }
    setPrinting(false);
  };
  const save = async () => {
    setSaving(true);
    const [path = '', filter = ''] = csv.split('?');
    const name = `${pickupDate}-v${version}-${path}.csv`;
    try {
      await downloadFile(
        `/consolidations/${consolidationId}/${path}?format=csv&language=${language}${filter && `&${filter}`}`,
        name,
      );
      showToast(t('saved'));
    } catch (error) {
      showToast(messageOf(error), 'problem');
    }
    setSaving(false);
  };
  const day = formatCityDate(pickupDate, language);
  return (
    <Box className="lt-column">
      <Box className="lt-only-print">
        <Words as="h1" className="lt-title">
          {t('printed', { title, day, version })}
        </Words>
      </Box>
      {items.length > 0 && (
        <Box className="lt-row lt-row--wrap lt-no-print">
          {canPrint() && (
            <Button kind="secondary" icon="print" busy={printing} onTap={() => void print()}>
              {t('print')}
            </Button>
          )}
          {canSaveFiles() && (
            <Button kind="secondary" icon="receipt" busy={saving} onTap={() => void save()}>
              {t('csv')}
            </Button>
          )}
        </Box>
      )}
      <QueryState query={query}>
        {() => (items.length === 0 ? <EmptyState icon="list" title={t('empty')} /> : children)}
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </Box>
  );
}
