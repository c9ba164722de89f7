import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type Product } from '#shared/contracts/catalog/products';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { ProductForm } from './ProductForm';

const picture = (pictureId: string) => ({ pictureId, small: '/s', medium: '/m', large: '/l' });
const product = {
  productId: 'prd_1',
  categoryId: 'cat_1',
  title: { zh: '李子', en: 'Plums' },
  storageAdvice: { zh: '冷藏', en: 'Refrigerate' },
  keywords: ['水果'],
  pictures: [picture('pic_1'), picture('pic_2')],
  temperature: 'ambient',
  fresh: true,
  skus: [],
  version: 3,
} as unknown as Product;
const categories = { items: [{ categoryId: 'cat_1', name: { zh: '水果', en: 'Fruit' }, position: 0 }] };

const show = (handlers: Parameters<typeof answerApi>[0], shown?: Product) => {
  const added: string[] = [];
  const sent = answerApi({ 'GET /categories': () => ({ body: categories }), ...handlers });
  render(
    <QueryClientProvider client={queryClient}>
      <ProductForm {...(shown ? { product: shown } : {})} onAdded={(productId) => added.push(productId)} />
    </QueryClientProvider>,
  );
  return { added, bodies: () => sent.filter(({ body }) => body !== undefined).map(({ body }) => body) };
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

test('what is missing is told beside its field, and nothing is sent', async () => {
  const { bodies } = show({});
  type('Description (Chinese) · optional', '甜');
  tap('New product');
  await screen.findByText('Please correct what is marked in red');
  expect(screen.getByLabelText('Name (Chinese)').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Description (English) · optional').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('Name (Chinese)'));
  expect(bodies()).toEqual([]);
});

test('a new product is added with what was typed', async () => {
  const { added, bodies } = show({ 'POST /products': () => ({ status: 201, body: product }) });
  await screen.findByRole('option', { name: 'Fruit' });
  type('Name (Chinese)', '李子');
  type('Name (English)', 'Plums');
  type('Category', 'cat_1');
  type('Search words · optional', '水果，酸甜');
  tap('New product');
  await waitFor(() => expect(added).toEqual(['prd_1']));
  expect(bodies()).toMatchObject([
    { title: { zh: '李子', en: 'Plums' }, categoryId: 'cat_1', keywords: ['水果', '酸甜'], pictureIds: [] },
  ]);
});

test('pictures keep the order they were put in, and a text that was emptied is taken away', async () => {
  const { bodies } = show({ 'PATCH /products/prd_1': () => ({ body: { ...product, version: 4 } }) }, product);
  tap('Move picture 2 forward');
  type('Storage advice (Chinese) · optional', '');
  type('Storage advice (English) · optional', '');
  tap('Save');
  await waitFor(() =>
    expect(bodies()).toMatchObject([{ version: 3, pictureIds: ['pic_2', 'pic_1'], storageAdvice: null }]),
  );
});

test('when somebody else was faster, theirs is loaded again and then saved upon', async () => {
  const theirs = { ...product, title: { zh: '大李子', en: 'Big plums' }, version: 4 };
  const versions: unknown[] = [];
  show(
    {
      'PATCH /products/prd_1': (body) => {
        const { version } = body as { version: number };
        versions.push(version);
        return version === 4
          ? { body: { ...theirs, version: 5 } }
          : { status: 409, body: { code: 'CHANGED_MEANWHILE' } };
      },
      'GET /products/prd_1': () => ({ body: theirs }),
    },
    product,
  );
  type('Name (English)', 'My plums');
  tap('Save');
  fireEvent.click(await screen.findByRole('button', { name: 'Load again' }));
  await screen.findByDisplayValue('Big plums');
  tap('Save');
  await waitFor(() => expect(versions).toEqual([3, 4]));
});

test('a field that the server refuses is marked', async () => {
  const refusal = { code: 'MALFORMED_REQUEST', issues: [{ path: 'title.en', message: 'no' }] };
  show({ 'PATCH /products/prd_1': () => ({ status: 400, body: refusal }) }, product);
  tap('Save');
  await screen.findByText('This was not accepted. Please change it');
  expect(screen.getByLabelText('Name (English)').getAttribute('aria-invalid')).toBe('true');
});
