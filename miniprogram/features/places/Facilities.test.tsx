import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type CityId } from '#shared/contracts/ids';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { Facilities } from './Facilities';

const facility = (version: number, address: string) => ({
  facilityId: 'fac_1',
  cityId: 'cit_1',
  name: { zh: '西仓', en: 'West' },
  kind: 'grid',
  address,
  position: { lng: 120.1, lat: 30.2 },
  open: true,
  version,
});
const address = () => screen.getByLabelText<HTMLInputElement>('Address').value;

test('when somebody else was faster, it can be loaded again as they left it', async () => {
  useLanguageStore.setState({ language: 'en' });
  let stored = facility(1, 'Old Street 1');
  answerApi({
    'GET /facilities': () => ({ body: { items: [stored] } }),
    'PATCH /facilities/fac_1': () => ({ status: 409, body: { code: 'CHANGED_MEANWHILE' } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <Facilities cityId={'cit_1' as CityId} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: /West/ }));
  stored = facility(2, 'New Street 2');
  fireEvent.change(screen.getByLabelText('Address'), { target: { value: 'Mine 3' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Load again' }));
  await screen.findByDisplayValue('New Street 2');
  expect(address()).toBe('New Street 2');
});

test('a place far from its city is asked about, and saved as it is once somebody says so', async () => {
  useLanguageStore.setState({ language: 'en' });
  const sent: unknown[] = [];
  answerApi({
    'GET /facilities': () => ({ body: { items: [facility(1, 'Old Street 1')] } }),
    'PATCH /facilities/fac_1': (body) => {
      sent.push(body);
      if ((body as { confirmFar?: boolean }).confirmFar) return { body: facility(2, 'Old Street 1') };
      const details = { code: 'POSITION_FAR', kilometres: 2130, expectedKilometres: 60 };
      return { status: 422, body: details };
    },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <Facilities cityId={'cit_2' as CityId} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: /West/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await screen.findByText(/2130 km from the city centre \(usually at most 60 km\)/);
  fireEvent.click(screen.getByRole('button', { name: 'The position is right: save' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toMatchObject([{ version: 1 }, { version: 1, confirmFar: true }]);
  expect(sent[0]).not.toHaveProperty('confirmFar');
});
