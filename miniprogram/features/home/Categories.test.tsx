import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { Categories } from './Categories';

const named = (en: string, more: object = {}) => ({
  categoryId: `cat_${en}`,
  name: { zh: en, en },
  position: 0,
  hidden: false,
  version: 1,
  ...more,
});
const picture = { small: '/api/pictures/pic_1/160.webp', medium: '/m', large: '/l' };

const show = async (...items: object[]) => {
  answerApi({ 'GET /categories': () => ({ body: { items } }) });
  const onChoose = jest.fn();
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <Categories chosen={undefined} onChoose={onChoose} />
    </QueryClientProvider>,
  );
  await screen.findByRole('tab', { name: 'Fruit' });
  return {
    onChoose,
    pictures: () => [...container.querySelectorAll('img')].map((one) => one.getAttribute('src')),
    plates: () => container.querySelectorAll('.lt-picture__plate').length,
    fail: () => fireEvent.error(container.querySelector('img')!),
  };
};

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
});
afterEach(() => jest.restoreAllMocks());

test('a category is chosen by its picture and name', async () => {
  const { onChoose, pictures } = await show(named('Fruit', { picture }));
  expect(pictures()).toEqual([expect.stringContaining(picture.small)]);
  fireEvent.click(screen.getByRole('tab', { name: 'Fruit' }));
  expect(onChoose).toHaveBeenCalledWith('cat_Fruit');
});

test('one without a picture beside others, or one that fails, has a plate', async () => {
  const { plates, fail } = await show(named('Fruit', { picture }), named('Meat'));
  expect(plates()).toBe(1);
  fail();
  expect(plates()).toBe(2);
});

test('where none has a picture there are words only, and hidden ones are not shown', async () => {
  const { pictures, plates } = await show(named('Fruit'), named('Meat', { hidden: true, picture }));
  expect(pictures()).toEqual([]);
  expect(plates()).toBe(0);
  expect(screen.queryByRole('tab', { name: 'Meat' })).toBeNull();
});
