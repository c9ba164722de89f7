import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ConsolidationId } from '#shared/contracts/ids';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { Weighing } from './Weighing';

const consolidationId = 'con_1' as ConsolidationId;
const task = (lineId: string) => ({
  orderId: 'ord_1',
  lineId,
  pickupPointId: 'ppt_1',
  skuId: 'sku_1',
  title: { zh: '花蛤', en: `Clams ${lineId}` },
  units: 2,
  nominalGrams: 1000,
  maxChargedGrams: 1100,
});
const weightField = (lineId: string) =>
  screen.findByRole('textbox', { name: `Real weight of Clams ${lineId}, in kg` });

beforeEach(() => {
  queryClient.clear();
  useLanguageStore.setState({ language: 'en' });
});

const show = (tasks: object[]) => {
  const sent = answerApi({
    'GET /consolidations/con_1/weighing-tasks': () => ({ body: { items: tasks } }),
    'POST /consolidations/con_1/weights': () => ({ body: { recorded: 1, refused: [] } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <Weighing consolidationId={consolidationId} />
    </QueryClientProvider>,
  );
  return sent;
};

test('only what was weighed is sent, as the scales show it, in whole grams', async () => {
  const sent = show([task('l1'), task('l2')]);
  fireEvent.change(await weightField('l1'), { target: { value: '1.04' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save 1 line' }));
  await waitFor(() => expect(sent.some(({ operation }) => operation.startsWith('POST'))).toBe(true));
  expect(sent.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({
    weights: [{ orderId: 'ord_1', lineId: 'l1', grams: 1040 }],
  });
});

test('more than was authorised is said to be free', async () => {
  show([task('l1')]);
  fireEvent.change(await weightField('l1'), { target: { value: '1.3' } });
  expect(screen.getByText(/excess is free/)).toBeTruthy();
});

test('nothing is left to weigh', async () => {
  show([]);
  expect(await screen.findByText('Everything is weighed')).toBeTruthy();
});

test('a weight that is hardly right is asked about before it is charged', async () => {
  const sent = show([task('l1')]);
  fireEvent.change(await weightField('l1'), { target: { value: '2 g' } });
  screen.getByText('That is 2 g');
  fireEvent.click(screen.getByRole('button', { name: 'Save 1 line' }));
  await screen.findByText('Clams l1: 2 g (nominal 1 kg)');
  expect(sent.filter(({ operation }) => operation.startsWith('POST'))).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'It is right: save' }));
  await waitFor(() => expect(sent.some(({ operation }) => operation.startsWith('POST'))).toBe(true));
});
