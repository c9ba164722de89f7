import { type DocumentHead } from '#shared/contracts/settlement/documents';
import { LoadMore } from '@/blocks/form/LoadMore';
import { QueryState } from '@/client/QueryState';
import { type usePages } from '@/client/usePages';
import { Card } from '@/design/components/Card';
import { EmptyState } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { DocumentRow } from './DocumentRow';

type DocumentListProps = {
  pages: ReturnType<typeof usePages<DocumentHead>>;
  /** What is said while there is none, and how one comes about. */
  none: string;
  noneDetail: string;
};

/** Issued documents, newest first. */
export function DocumentList({ pages: { query, items, loadMore }, none, noneDetail }: DocumentListProps) {
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="receipt" title={none} detail={noneDetail} />
        ) : (
          <Box className="lt-column">
            {items.map((document) => (
              <Card key={document.number}>
                <DocumentRow document={document} />
              </Card>
            ))}
            <LoadMore query={query} onTap={loadMore} />
          </Box>
        )
      }
    </QueryState>
  );
}
