import { Button } from '@/design/components/Button';
import { useTexts } from '@/i18n/texts';
import { formTexts } from './texts';

type LoadMoreProps = {
  query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean };
  onTap: () => void;
};

/** The rest of a list, for who does not scroll. */
export function LoadMore({ query, onTap }: LoadMoreProps) {
  const t = useTexts(formTexts);
  if (!query.hasNextPage) return null;
  return (
    <Button block kind="quiet" busy={query.isFetchingNextPage} onTap={onTap}>
      {t('more')}
    </Button>
  );
}
