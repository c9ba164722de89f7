import { act, render, screen } from '@testing-library/react';
import { type CityId } from '#shared/contracts/ids';
import { type Snapshot, useFollow } from '@/client/realtime';
import { useLanguageStore } from '@/i18n/language';
import { FormedFigure } from './FormedFigure';
import { useCityGroups } from './useCityGroups';

jest.mock('@/client/realtime');

function Shown() {
  return <FormedFigure groups={useCityGroups('cit_1' as CityId)} cycleId="cyc_1" />;
}

test('how many group buys have formed is counted live', () => {
  useLanguageStore.setState({ language: 'en' });
  const { container } = render(<Shown />);
  const [topic, listener] = jest.mocked(useFollow).mock.calls[0]!;
  expect(topic).toEqual({ kind: 'city', cityId: 'cit_1' });
  expect(container.textContent).toBe('–Groups formed');
  const hear = (name: string, message: object) => act(() => listener.onMessage?.({ name, message } as never));

  act(() => listener.onSnapshot?.({ kind: 'city', groups: [] } as unknown as Snapshot));
  screen.getByText('0 of 0');
  hear('city_groups_changed', { cycleId: 'cyc_1', version: 2, begun: 12, formed: 3 });
  screen.getByText('3 of 12');
  hear('city_groups_changed', { cycleId: 'cyc_2', version: 1, begun: 1, formed: 1 });
  screen.getByText('3 of 12');
});
