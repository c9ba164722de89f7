import { LoadMore } from '@/blocks/form/LoadMore';
import { type AuditWish, useAudit } from '@/client/audit';
import { QueryState } from '@/client/QueryState';
import { EmptyState } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { AuditEntryCard } from './AuditEntryCard';
import { auditTexts } from './texts';

/** Who changed what, the newest first. */
export function AuditList({ wish }: { wish: AuditWish }) {
  const t = useTexts(auditTexts);
  const { query, items, loadMore } = useAudit(wish);
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="list" title={t('none')} detail={t('noneDetail')} />
        ) : (
          <Box className="lt-column">
            {items.map((entry) => (
              <AuditEntryCard key={entry.entryId} entry={entry} />
            ))}
            <LoadMore query={query} onTap={loadMore} />
          </Box>
        )
      }
    </QueryState>
  );
}
