import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { SkeletonRows } from '@/design/components/Skeleton';
import { ErrorState } from '@/design/components/States';
import { useLanguage } from '@/i18n/language';
import { isProblem, messageOf } from './apiProblem';

type QueryStateProps<Data> = {
  query: Pick<UseQueryResult<Data>, 'data' | 'isError' | 'error'> & { readonly refetch: () => unknown };
  children: (data: Data) => ReactNode;
  /** The shape of what is coming. */
  skeleton?: ReactNode;
};

/** What was read; until then its shape, or why it could not be read. Old data stays on the screen when a refresh fails. */
export function QueryState<Data>({ query, children, skeleton }: QueryStateProps<Data>) {
  const language = useLanguage();
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <ErrorState
        message={messageOf(query.error, language)}
        offline={isProblem(query.error, 'OFFLINE')}
        onRetry={() => void query.refetch()}
      />
    );
  return skeleton ?? <SkeletonRows />;
}
