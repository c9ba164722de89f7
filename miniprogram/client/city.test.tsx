import { act, render, screen } from '@testing-library/react';
import { type City } from '#shared/contracts/catalog/cities';
import { formatTime } from '@/design/format/date';
import { Words } from '@/design/primitives/Words';
import { defineTexts, useTexts } from '@/i18n/texts';
import { setOwnClock } from '@/platform/cityClock';
import { berlin, hangzhou } from '@/testing/clocks';
import { useVisitedCity } from './city';

const texts = defineTexts({ zh: { at: '{time}' }, en: { at: '{time}' } });
const noon = '2026-07-01T12:00:00.000Z';

function Time() {
  return <Words>{useTexts(texts)('at', { time: formatTime(noon) })}</Words>;
}
function Work({ city }: { city: City }) {
  return useVisitedCity(city) && <Time />;
}
const cityOf = (cityId: string, utcOffsets: City['utcOffsets']) => ({ cityId, utcOffsets }) as City;

test('times follow the city that is looked at', () => {
  setOwnClock(hangzhou);
  const own = render(<Time />);
  const work = render(<Work city={cityOf('cit_berlin', berlin)} />);
  expect(screen.getAllByText('14:00')).toHaveLength(2);
  work.rerender(<Work city={cityOf('cit_hangzhou', hangzhou)} />);
  expect(screen.getAllByText('20:00')).toHaveLength(2);
  work.rerender(<Work city={cityOf('cit_berlin', berlin)} />);
  act(() => work.unmount());
  expect(own.container.textContent).toBe('20:00');
});
