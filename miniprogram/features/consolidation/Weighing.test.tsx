import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type CityId, type ConsolidationId } from '#shared/contracts/ids';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { Weighing } from './Weighing';

const consolidation = { consolidationId: 'con_1' as ConsolidationId, cityId: 'cty_1' as CityId };
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

type Weight = { orderId: string; lineId: string; grams: number; confirmed?: boolean };
type Sent = { weights: Weight[] };
const recordAll = ({ weights }: Sent) => ({ recorded: weights.length, refused: [] as object[] });
/** As the service does it. */
const refuseUnconfirmed = ({ weights }: Sent) => {
  const refused = weights.filter(({ confirmed }) => confirmed !== true);
  return {
    recorded: weights.length - refused.length,
    refused: refused.map(({ orderId, lineId }) => ({ orderId, lineId, code: 'WEIGHT_UNUSUAL' })),
  };
};

/** `band`: of the city, in percent. */
const show = (tasks: object[], band = 30, answer: (sent: Sent) => object = recordAll) => {
  const sent = answerApi({
    'GET /consolidations/con_1/weighing-tasks': () => ({ body: { items: tasks } }),
    'GET /cities/cty_1/rules': () => ({ body: { rules: { weightBandPercent: band } } }),
    'POST /consolidations/con_1/weights': (body) => ({ body: answer(body as Sent) }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <Weighing consolidation={consolidation} />
    </QueryClientProvider>,
  );
  const weights = () =>
    sent.filter(({ operation }) => operation.startsWith('POST')).map(({ body }) => (body as Sent).weights);
  return { weights, bandIsKnown: () => waitFor(() => expect(queryClient.isFetching()).toBe(0)) };
};
const weigh = async (lineId: string, value: string) =>
  fireEvent.change(await weightField(lineId), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('only what was weighed is sent, as the scales show it, in whole grams', async () => {
  const { weights, bandIsKnown } = show([task('l1'), task('l2')]);
  await weigh('l1', '1.04');
  await bandIsKnown();
  tap('Save 1 line');
  await waitFor(() => expect(weights()).toEqual([[{ orderId: 'ord_1', lineId: 'l1', grams: 1040 }]]));
});

test('more than was authorised is said to be free', async () => {
  show([task('l1')]);
  await weigh('l1', '1.3');
  expect(screen.getByText(/excess is free/)).toBeTruthy();
});

test('nothing is left to weigh', async () => {
  show([]);
  expect(await screen.findByText('Everything is weighed')).toBeTruthy();
});

test('a weight that is hardly right is asked about before it is charged, and sent as confirmed', async () => {
  const { weights, bandIsKnown } = show([task('l1'), task('l2')]);
  await weigh('l1', '2 g');
  screen.getByText('That is 2 g');
  await weigh('l2', '1.1');
  await bandIsKnown();
  tap('Save 2 lines');
  await screen.findByText('Clams l1: 2 g (nominal 1 kg)');
  expect(screen.queryByText(/^Clams l2: /)).toBeNull();
  expect(weights()).toEqual([]);
  tap('It is right: save');
  await waitFor(() =>
    expect(weights()).toEqual([
      [
        { orderId: 'ord_1', lineId: 'l2', grams: 1100 },
        { orderId: 'ord_1', lineId: 'l1', grams: 2, confirmed: true },
      ],
    ]),
  );
});

test('how far is too far is the rule of the city', async () => {
  const { weights, bandIsKnown } = show([task('l1')], 5);
  await weigh('l1', '1.06');
  await bandIsKnown();
  tap('Save 1 line');
  await screen.findByText('Clams l1: 1.06 kg (nominal 1 kg)');
  expect(weights()).toEqual([]);
});

test('what only the service finds unusual is asked about, too', async () => {
  const { weights, bandIsKnown } = show([task('l1')], 90, refuseUnconfirmed);
  await weigh('l1', '1.5');
  await bandIsKnown();
  tap('Save 1 line');
  await screen.findByText('Clams l1: 1.5 kg (nominal 1 kg)');
  tap('It is right: save');
  await waitFor(() =>
    expect(weights()).toEqual([
      [{ orderId: 'ord_1', lineId: 'l1', grams: 1500 }],
      [{ orderId: 'ord_1', lineId: 'l1', grams: 1500, confirmed: true }],
    ]),
  );
  await waitFor(() => expect(screen.queryByText('Clams l1: 1.5 kg (nominal 1 kg)')).toBeNull());
});

test('nothing at all is a weight: it is asked whether nothing came', async () => {
  const { weights } = show([task('l1')], 100);
  await weigh('l1', '0');
  screen.getByText('0: nothing came');
  tap('Save 1 line');
  await screen.findByText('Did nothing come?');
  expect(weights()).toEqual([]);
  tap('Nothing came: refund');
  await waitFor(() =>
    expect(weights()).toEqual([[{ orderId: 'ord_1', lineId: 'l1', grams: 0, confirmed: true }]]),
  );
});
