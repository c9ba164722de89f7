import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type Category } from '#shared/contracts/catalog/range';
import { queryClient } from '@/client/queries';
import { choosePhoto, uploadPhoto } from '@/client/upload';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { CategorySheet } from './CategorySheet';

jest.mock('@/client/upload');

const urls = { small: '/s', medium: '/m', large: '/l' };
const fruit = {
  categoryId: 'cat_1',
  name: { zh: '水果', en: 'Fruit' },
  position: 0,
  hidden: false,
  version: 2,
} as unknown as Category;

const show = (category?: Category) => {
  const sent = answerApi({
    'POST /categories': () => ({ status: 201, body: fruit }),
    'PATCH /categories/cat_1': () => ({ body: fruit }),
  });
  const onClose = jest.fn();
  render(
    <QueryClientProvider client={queryClient}>
      <CategorySheet category={category} nextPosition={4} onClose={onClose} />
    </QueryClientProvider>,
  );
  return async () => {
    tap('Save');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    return sent.find(({ body }) => body !== undefined)?.body;
  };
};
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const upload = async (button: string) => {
  tap(button);
  await screen.findByRole('img', { name: 'Picture of the category' });
  await screen.findByRole('button', { name: 'Choose another picture' });
};

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
  jest.mocked(choosePhoto).mockResolvedValue('wxfile://photo');
  jest.mocked(uploadPhoto).mockResolvedValue({ pictureId: 'pic_new', urls } as never);
});
afterEach(() => jest.restoreAllMocks());

test('a new category is added with its picture', async () => {
  const save = show();
  fireEvent.change(screen.getByLabelText('Name (Chinese)'), { target: { value: '水果' } });
  fireEvent.change(screen.getByLabelText('Name (English)'), { target: { value: 'Fruit' } });
  await upload('Add a picture');
  expect(await save()).toMatchObject({ pictureId: 'pic_new', position: 4 });
});

test('another picture takes the place of the one that was there', async () => {
  const save = show({ ...fruit, picture: urls });
  await upload('Choose another picture');
  await waitFor(() => expect(uploadPhoto).toHaveBeenCalled());
  expect(await save()).toMatchObject({ version: 2, pictureId: 'pic_new' });
});

test('a picture that was left alone is not named', async () => {
  const save = show({ ...fruit, picture: urls });
  expect(await save()).not.toHaveProperty('pictureId');
});

test('a picture is taken away', async () => {
  const save = show({ ...fruit, picture: urls });
  tap('Remove the picture');
  expect(await save()).toMatchObject({ pictureId: null });
});
