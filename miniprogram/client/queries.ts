import {
  focusManager,
  type InvalidateQueryFilters,
  onlineManager,
  type Query,
  QueryClient,
} from '@tanstack/react-query';
import { onBackOnline } from '@/platform/online';
import { ApiProblem } from './apiProblem';

const retries = 2;

/**
 * React Query reads again what changed, but lets a first reading go on and takes its reply for fresh. That reply may be older than
 * the news: a first reading is begun anew, too.
 */
class NewsClient extends QueryClient {
  override invalidateQueries(
    filters: InvalidateQueryFilters = {},
    ...options: [Parameters<QueryClient['invalidateQueries']>[1]?]
  ): Promise<void> {
    const { predicate = () => true, ...rest } = filters;
    const first = { ...rest, predicate: (one: Query) => one.state.data === undefined && predicate(one) };
    void this.cancelQueries(first, { silent: true });
    return super.invalidateQueries(filters, ...options);
  }
}

/** What was read from the services, shared by all pages. Passing troubles are tried again, refusals are not. */
export const queryClient = new NewsClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < retries && error instanceof ApiProblem && error.passing,
    },
    mutations: { networkMode: 'always' },
  },
});

/** The platform's own words for coming to the front; on H5 the browser's are known already. */
export const appShown = (): void => focusManager.setFocused(true);
export const appHidden = (): void => focusManager.setFocused(false);

onlineManager.setEventListener((setOnline) => onBackOnline(() => setOnline(true)));
onBackOnline(() => void queryClient.invalidateQueries());
