import { fireEvent, screen, waitFor } from '@testing-library/react';
import { type SupplierOrder } from '#shared/contracts/settlement/supplierViews';
import { queryClient } from '@/client/queries';
import { useSupplierAccounts } from '@/features/supplier-accounts/useSupplierAccounts';
import { answerApi } from '@/testing/api';
import { show, signedIn } from '@/testing/show';
import { ReceiveSheet } from './ReceiveSheet';

const milk = {
  ...{ skuId: 'sku_1', title: { zh: '鲜牛奶', en: 'Fresh milk' }, temperature: 'chilled' },
  ...{ units: 12, receivedUnits: 0 },
};
const order = { purchaseOrderId: 'pur_1', supplierId: 'sup_1', lines: [milk] } as unknown as SupplierOrder;
const warm = { status: 409, body: { code: 'GOODS_TOO_WARM' } };
type Receipt = { lines: { warmAccepted?: boolean; celsius?: number; lotId?: string }[] };

const receive = (handlers: Parameters<typeof answerApi>[0] = {}) => {
  const sent = answerApi({
    'GET /lots': () => ({ body: { items: [] } }),
    'POST /lots': () => ({ body: { lotId: 'lot_1' } }),
    'POST /supplier-purchases/pur_1/receipts': (body) => {
      const [line] = (body as Receipt).lines;
      return (line?.celsius ?? 0) > 8 && line?.warmAccepted !== true ? warm : { status: 201, body: order };
    },
    ...handlers,
  });
  const to = (path: string) => sent.filter(({ operation }) => operation === `POST ${path}`);
  const onClose = jest.fn();
  show(<ReceiveSheet order={order} lines={order.lines} onClose={onClose} />);
  return { to, onClose, receipts: () => to('/supplier-purchases/pur_1/receipts') };
};
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const newLotOf = (code: string) => {
  type(/^Lot$/, 'new');
  type(/^Lot number/, code);
  type(/^Origin/, 'Hangzhou');
};

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  queryClient.clear();
  signedIn('operator');
});
afterEach(() => jest.restoreAllMocks());

test('a new lot whose goods are too warm is added once, though they are sent again as accepted', async () => {
  const { to, onClose, receipts } = receive();
  type(/^Chilled goods/, '12');
  newLotOf('L-7');
  tap('Receive');
  await screen.findByRole('button', { name: 'Take them although warm' });
  tap('Take them although warm');
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  const keys = (path: string) => to(path).map(({ headers }) => headers['Idempotency-Key']);
  expect(new Set(keys('/lots')).size).toBe(1);
  expect(new Set(keys('/supplier-purchases/pur_1/receipts')).size).toBe(2);
  expect(receipts().at(-1)?.body).toMatchObject({ lines: [{ lotId: 'lot_1', warmAccepted: true }] });
});

test('a lot that is typed differently after a refusal is another lot', async () => {
  const { to, onClose } = receive();
  type(/^Chilled goods/, '12');
  newLotOf('L-7');
  tap('Receive');
  await screen.findByRole('button', { name: 'Take them although warm' });
  type(/^Lot number/, 'L-8');
  type(/^Chilled goods/, '4');
  tap('Receive');
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  const lots = to('/lots');
  expect(lots.map(({ body }) => (body as { code: string }).code)).toEqual(['L-7', 'L-8']);
  expect(new Set(lots.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(2);
});

test('no temperature that goods can have is refused, and no other is sent', async () => {
  const { onClose, receipts } = receive();
  type(/^Chilled goods/, '99');
  tap('Receive');
  screen.getByText('A temperature between -60 and 60, such as 3.5');
  expect(receipts()).toEqual([]);
  type(/^Chilled goods/, '−0.5');
  tap('Receive');
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(receipts().map(({ body }) => (body as Receipt).lines[0]?.celsius)).toEqual([-0.5]);
});

/** The list of suppliers, as it stands on a screen below. */
function Owed() {
  return <>{useSupplierAccounts().items.map(({ owed }) => `${owed.amount} fen owed`)}</>;
}

test('once goods came, the list of suppliers is read anew with what is owed for them', async () => {
  let owed = 0;
  const { onClose } = receive({
    'GET /supplier-accounts': () => ({
      body: { items: [{ supplierId: 'sup_1', owed: { amount: owed, currency: 'CNY' } }] },
    }),
  });
  show(<Owed />);
  await screen.findByText('0 fen owed');
  owed = 9_600;
  type(/^Chilled goods/, '4');
  tap('Receive');
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  await screen.findByText('9600 fen owed');
});
