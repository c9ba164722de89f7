import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { SuppliersScreen } from './SuppliersScreen';

const green = { supplierId: 'sup_1', name: '绿野', nameEn: 'Green Fields', version: 1 };
const old = { supplierId: 'sup_2', name: '老农场', version: 1 };

test('a supplier is shown, found and named in English where it has an English name', async () => {
  queryClient.clear();
  signedIn('operator');
  const sent = answerApi({
    'GET /suppliers': () => ({ body: { items: [green, old] } }),
    'PATCH /suppliers/sup_2': () => ({ body: { ...old, nameEn: 'Old Farm', version: 2 } }),
    'PATCH /suppliers/sup_1': () => ({ body: { ...green, version: 2 } }),
  });
  show(<SuppliersScreen />);
  await screen.findByText('老农场');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'green' } });
  expect(screen.queryByText('老农场')).toBeNull();

  const save = async (name: string, nameEn: string) => {
    fireEvent.click(await screen.findByText(name));
    fireEvent.change(screen.getByLabelText(/^Name in English/), { target: { value: nameEn } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByLabelText(/^Name in English/)).toBeNull());
  };
  await save('Green Fields', ' ');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
  await save('老农场', 'Old Farm');
  const changes = sent.filter(({ operation }) => operation.startsWith('PATCH')).map(({ body }) => body);
  expect(changes).toMatchObject([
    { name: '绿野', nameEn: null },
    { name: '老农场', nameEn: 'Old Farm' },
  ]);
});
