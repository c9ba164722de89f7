import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode } from 'react';
import { answerApi } from '@/testing/api';
import { useCities } from './cities';
import { queryClient } from './queries';

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

beforeEach(() => {
  queryClient.clear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('an office that stays open meets a new city within a minute', async () => {
  const items = [{ cityId: 'cit_1' }];
  answerApi({ 'GET /cities': () => ({ body: { items: [...items] } }) });
  const { result } = renderHook(() => useCities(), { wrapper });
  await waitFor(() => expect(result.current.query.data).toHaveLength(1));
  items.push({ cityId: 'cit_2' });
  await act(() => jest.advanceTimersByTimeAsync(60_000));
  await waitFor(() => expect(result.current.query.data).toHaveLength(2));
  expect(result.current.city?.cityId).toBe('cit_1');
});
