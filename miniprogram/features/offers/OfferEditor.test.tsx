import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { OfferEditor } from './OfferEditor';

const cny = (amount: number) => ({ amount, currency: 'CNY' as const });
const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const offer = {
  offerId: 'off_1',
  cycleId: 'cyc_1',
  skuId: 'sku_1',
  title: { zh: '李子', en: 'Plums' },
  pack: { zh: '一斤', en: '500 g' },
  price: cny(990),
  tiers: [],
  clearance: false,
  flash: false,
  commissionBasisPoints: 1000,
  rank: 0,
  onSale: true,
  initialStock: 60,
  available: 50,
  held: 4,
  sold: 6,
  version: 2,
} as unknown as OfferRecord;
const cycle = (opens: number, closes: number) => ({
  cycleId: 'cyc_1',
  cityId: 'cit_1',
  opensAt: at(opens),
  cutoffAt: at(closes),
  pickupDate: '2100-01-01',
});
const sku = { skuId: 'sku_1', soldBy: 'piece', unitCost: cny(500) };

const show = async (shown: object, handlers: Parameters<typeof answerApi>[0] = {}) => {
  const sent = answerApi({
    'GET /offers/off_1/record': () => ({ body: offer }),
    'GET /cycles/cyc_1': () => ({ body: shown }),
    'GET /skus/sku_1': () => ({ body: sku }),
    'GET /skus/sku_1/price-history': () => ({ body: { prices: [], highestStrikePrice: cny(1200) } }),
    'GET /lots': () => ({ body: { items: [] } }),
    ...handlers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <OfferEditor offerId="off_1" />
    </QueryClientProvider>,
  );
  await screen.findByText('One costs ¥5.00');
  return (operation: string) => sent.filter((one) => one.operation === operation).map(({ body }) => body);
};
const type = (label: RegExp | string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  queryClient.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

test('once the round is open, what neighbours count on is neither shown nor sent', async () => {
  const sent = await show(cycle(-1, 2), {
    'PATCH /offers/off_1': () => ({ body: { ...offer, price: cny(890), version: 3 } }),
  });
  screen.getByText(/Tiers and group targets stay/);
  expect(screen.queryByRole('button', { name: 'Add a tier' })).toBeNull();
  type('Price (¥)', '8.9');
  tap('Save');
  await waitFor(() => expect(sent('PATCH /offers/off_1')).toHaveLength(1));
  expect(sent('PATCH /offers/off_1')[0]).toMatchObject({ version: 2, price: cny(890), strikePrice: null });
  expect(sent('PATCH /offers/off_1')[0]).not.toHaveProperty('tiers');
});

test('before it opens, tiers and group targets are part of it', async () => {
  const sent = await show(cycle(1, 2), { 'PATCH /offers/off_1': () => ({ body: offer }) });
  tap('Add a tier');
  type('From units', '5');
  type('Price each (¥)', '8');
  type('Group buy', 'shoppers');
  type('How many', '3');
  tap('Save');
  await waitFor(() =>
    expect(sent('PATCH /offers/off_1')).toMatchObject([
      { tiers: [{ fromUnits: 5, price: cny(800) }], group: { kind: 'shoppers', count: 3 } },
    ]),
  );
});

test.each([
  ['below_cost', 'Price (¥)', /Below cost/],
  ['strike_above_history', 'Struck-through price (¥) · optional', /Higher than the lowest price/],
])('a price that breaks the rule %s is told beside its field', async (rule, label, words) => {
  await show(cycle(-1, 2), {
    'PATCH /offers/off_1': () => ({ status: 422, body: { code: 'PRICE_NOT_LAWFUL', rule } }),
  });
  tap('Save');
  await screen.findByText(words);
  expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
});

test('taking it off sale does not make what is typed out of date', async () => {
  const sent = await show(cycle(-1, 2), {
    'POST /offers/off_1/withdrawal': () => ({ body: { ...offer, onSale: false, version: 3 } }),
    'PATCH /offers/off_1': () => ({ body: { ...offer, version: 4 } }),
  });
  type('Price (¥)', '8.9');
  fireEvent.click(screen.getByRole('switch', { name: /On sale/ }));
  tap('Take it off sale');
  await waitFor(() =>
    expect(screen.getByRole('switch', { name: /On sale/ }).getAttribute('aria-checked')).toBe('false'),
  );
  tap('Save');
  await waitFor(() => expect(sent('PATCH /offers/off_1')).toMatchObject([{ version: 3, price: cny(890) }]));
});

test('more than is free cannot be taken away, and how much can is said', async () => {
  const sent = await show(cycle(-1, 2), {
    'POST /offers/off_1/stock-adjustments': () => ({
      status: 409,
      body: { code: 'STOCK_BELOW_SOLD', available: 50 },
    }),
  });
  fireEvent.click(screen.getByRole('radio', { name: 'Take away' }));
  type('Units', '51');
  tap('Update stock');
  await screen.findByText('At most 50 can go: the rest is held or sold');
  expect(sent('POST /offers/off_1/stock-adjustments')).toEqual([{ units: -51, reason: 'delivery' }]);
});

test('after cutoff there is nothing left to save', async () => {
  await show(cycle(-3, -1));
  screen.getByText('This round is closed: you can only look');
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Update stock' })).toBeNull();
});

describe('taking an offer off sale that neighbours have ordered', () => {
  const withdrawn = { ...offer, onSale: false, version: 3 };
  const handlers = {
    'POST /offers/off_1/withdrawal': () => ({ body: withdrawn }),
    'POST /orders/offers/off_1/refunds': (body: unknown) => ({
      body:
        (body as { cursor?: string }).cursor === undefined
          ? { refunded: 4, nextCursor: 'next' }
          : { refunded: 1 },
    }),
  };
  const ask = async () => {
    const sent = await show(cycle(-1, 2), handlers);
    fireEvent.click(screen.getByRole('switch', { name: /^On sale/ }));
    await screen.findByText(/^6 sold, 4 more being paid/);
    return sent;
  };

  test('says what becomes of them before it does anything', async () => {
    const sent = await ask();
    expect(sent('POST /offers/off_1/withdrawal')).toEqual([]);
    tap('Take it off sale');
    await waitFor(() => expect(sent('POST /offers/off_1/withdrawal')).toHaveLength(1));
    expect(sent('POST /orders/offers/off_1/refunds')).toEqual([]);
  });

  test('offers to refund them all', async () => {
    const sent = await ask();
    fireEvent.click(screen.getByRole('switch', { name: /^Refund the orders/ }));
    tap('Take it off sale and refund');
    await waitFor(() =>
      expect(sent('POST /orders/offers/off_1/refunds')).toEqual([
        { cycleId: 'cyc_1' },
        { cycleId: 'cyc_1', cursor: 'next' },
      ]),
    );
  });
});
