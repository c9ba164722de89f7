import { fireEvent, render, screen } from '@testing-library/react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { useQueue } from '@/client/queue';
import { useLanguageStore } from '@/i18n/language';
import { HandOverForm } from './HandOverForm';

const crate = (label: string, zone: 'ambient' | 'cold', units: number) => ({
  crateId: `crt_${label}`,
  label,
  zone,
  units,
  items: [],
});
const stop = {
  stopId: 'stp_1',
  routeId: 'rou_1',
  pickupPoint: { name: { zh: '翠苑', en: 'Cuiyuan' } },
  crates: [crate('A1', 'ambient', 3), crate('C1', 'cold', 2)],
} as unknown as StopView;

function Queued() {
  return (
    <output>{JSON.stringify(useQueue('rou_1').map(({ operation, input }) => ({ operation, input })))}</output>
  );
}

const queued = () =>
  JSON.parse(screen.getByRole('status').textContent) as { operation: string; input: { body: object } }[];

const onDone = jest.fn();

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  Element.prototype.scrollIntoView = () => undefined;
  // No server answers in this test: what is done stays on the phone.
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  render(
    <>
      <HandOverForm stop={stop} onDone={onDone} />
      <Queued />
    </>,
  );
});

test('a chilled crate is not handed over without its temperature; then the real counts are kept to be sent', () => {
  fireEvent.click(screen.getByRole('button', { name: 'One A1 Units counted less' }));
  fireEvent.click(screen.getByRole('button', { name: 'Handed over (4 units)' }));
  expect(screen.getByText('A number between -40 and 60')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Temperature inside (°C)'));
  expect(queued()).toEqual([]);

  fireEvent.change(screen.getByLabelText('Temperature inside (°C)'), { target: { value: '-18' } });
  fireEvent.click(screen.getByRole('button', { name: 'Handed over (4 units)' }));
  expect(onDone).toHaveBeenCalledTimes(1);
  expect(queued()).toMatchObject([
    {
      operation: 'delivery.handOverStop',
      input: {
        body: {
          crates: [
            { crateId: 'crt_A1', units: 2 },
            { crateId: 'crt_C1', units: 2, celsius: -18 },
          ],
        },
      },
    },
  ]);
});
