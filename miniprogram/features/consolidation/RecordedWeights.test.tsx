import { fireEvent, screen, waitFor } from '@testing-library/react';
import { type CityId, type ConsolidationId } from '#shared/contracts/ids';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { show } from '@/testing/show';
import { WeighingTab } from './WeighingTab';

const consolidation = { consolidationId: 'con_1' as ConsolidationId, cityId: 'cty_1' as CityId };
const recorded = (different: object = {}) => ({
  ...{ orderId: 'ord_1', lineId: 'l1', pickupPointId: 'ppt_1', skuId: 'sku_1' },
  ...{ title: { zh: '花蛤', en: 'Clams' }, units: 2, nominalGrams: 1000, maxChargedGrams: 1100 },
  ...{ recordedGrams: 980, recipientName: '王芳', phoneTail: '8000', charged: true, ...different },
});

type Sent = { weights: { grams: number; confirmed?: boolean }[] };

const open = async (items: object[], refused: object[] = []) => {
  const sent = answerApi({
    'GET /consolidations/con_1/weighing-tasks': () => ({ body: { items: [] } }),
    'GET /consolidations/con_1/recorded-weights': () => ({ body: { items } }),
    'GET /cities/cty_1/rules': () => ({ body: { rules: { weightBandPercent: 30 } } }),
    'POST /consolidations/con_1/weights': () => ({ body: { recorded: 1 - refused.length, refused } }),
  });
  show(<WeighingTab consolidation={consolidation} />);
  fireEvent.click(screen.getByRole('radio', { name: 'Weighed' }));
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  return () =>
    sent.filter(({ operation }) => operation.startsWith('POST')).map(({ body }) => (body as Sent).weights);
};
const type = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Real weight, in kg' }), { target: { value: text } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  queryClient.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

test('what was charged can be corrected downwards, in any unit', async () => {
  const weights = await open([recorded()]);
  screen.getByText('980 g recorded (nominal 1 kg)');
  tap('Correct');
  screen.getByText('It was charged by 980 g: it can only be less, and the difference is paid back');
  type('1.02');
  tap('Save');
  await screen.findByText('Not more than 980 g');
  expect(weights()).toEqual([]);
  type('1.9斤');
  tap('Save');
  await screen.findByText('The weight is corrected');
  expect(weights()).toEqual([[{ orderId: 'ord_1', lineId: 'l1', grams: 950 }]]);
});

test('what was not charged yet may be more, too; a weight far off is asked about first', async () => {
  const weights = await open([recorded({ charged: false })]);
  tap('Correct');
  type('1.5');
  tap('Save');
  await screen.findByText(/^This is far from 1 kg/);
  expect(weights()).toEqual([]);
  tap('Save');
  await waitFor(() =>
    expect(weights()).toEqual([[{ orderId: 'ord_1', lineId: 'l1', grams: 1500, confirmed: true }]]),
  );
});

test('what the service refuses is said, and stays to be corrected', async () => {
  const refused = [{ orderId: 'ord_1', lineId: 'l1', code: 'WEIGHT_ALREADY_KNOWN' }];
  await open([recorded({ charged: false })], refused);
  tap('Correct');
  type('1.1');
  tap('Save');
  await screen.findByText(/only a lower one can be recorded/);
  screen.getByRole('textbox', { name: 'Real weight, in kg' });
});

test('says when nothing is weighed yet', async () => {
  await open([]);
  screen.getByText('Nothing is weighed yet');
});
