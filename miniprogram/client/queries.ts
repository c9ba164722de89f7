import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { onBackOnline } from '@/platform/online';
import { ApiProblem } from './apiProblem';

const retries = 2;

/** What was read from the services, shared by all pages. Passing troubles are tried again, refusals are not. */
export const queryClient = new QueryClient({
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
