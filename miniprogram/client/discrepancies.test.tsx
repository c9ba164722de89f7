import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type CityId } from '#shared/contracts/ids';
import { discrepanciesKey, useLiveDiscrepancies } from './discrepancies';
import { queryClient } from './queries';
import { useFollow } from './realtime';

jest.mock('./realtime');

function Follows() {
  useLiveDiscrepancies('cit_1' as CityId);
  return null;
}

test('discrepancies are read again after a gap and when a counted stop has changed, and not for other news of routes', () => {
  const read = jest.spyOn(queryClient, 'invalidateQueries');
  render(
    <QueryClientProvider client={queryClient}>
      <Follows />
    </QueryClientProvider>,
  );
  const [topic, listener] = jest.mocked(useFollow).mock.calls[0]!;
  expect(topic).toEqual({ kind: 'city', cityId: 'cit_1' });
  const changed = (stop: object) =>
    listener.onMessage?.({ name: 'route_changed', message: { stops: [stop] } } as never);

  changed({ status: 'arrived' });
  expect(read).not.toHaveBeenCalled();
  changed({ status: 'handed_over', receivedAt: '2026-03-02T00:10:00.000Z' });
  listener.onSnapshot?.({ kind: 'city' } as never);
  expect(read.mock.calls).toEqual(Array(2).fill([{ queryKey: discrepanciesKey('cit_1') }]));
});
