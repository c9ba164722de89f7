import fc from 'fast-check';
import { type RefundId } from '#shared/contracts/ids';
import { type DocumentNumber } from '#shared/contracts/settlement/documents';
import { anId } from '../../../../tests/support/anId';
import { type Cell, type Content, type Table } from './document';
import { creditNotesOf, receiptOf, type Sale, type SaleRefund } from './receipt';
import { taxIncluded } from './tax';

const number = 'R2026-000001' as DocumentNumber;
const line = (at: number, takenFen: number, taxBasisPoints: number): Sale['lines'][number] => ({
  lineId: `l${at}` as Sale['lines'][number]['lineId'],
  title: { zh: `商品${at}`, en: `goods ${at}` },
  quantity: 2,
  takenFen,
  taxBasisPoints,
});
const sale = (more: Partial<Sale> = {}): Sale => ({
  orderId: anId('ord_1'),
  accountId: anId('acc_mei'),
  day: '2026-11-29',
  method: 'wechat_pay',
  lines: [line(1, 1_090, 900), line(2, 500, 0), line(3, 777, 900)],
  feeFen: 530,
  feeTaxBasisPoints: 600,
  refunds: [],
  ...more,
});
const refund = (id: number, fen: number, of = 1, feeFen = 0): SaleRefund => ({
  refundId: `ref_${id}` as RefundId,
  reason: 'weight_difference',
  feeFen,
  lines: [{ lineId: `l${of}` as Sale['lines'][number]['lineId'], fen }],
  day: '2026-11-30',
});

const fenOf = (cell: Cell | undefined): number => (cell as { fen: number }).fen;
const last = (row: readonly Cell[]): number => fenOf(row.at(-1));
const tables = ({ tables: [goods, taxes] }: Content) => ({ goods: goods!, taxes: taxes! });
const totalOf = (table: Table) => table.totals![0]!;

test('a receipt tells each line and the fee with their tax, and the tax of each rate', () => {
  const { content, subject } = receiptOf(sale());
  const { goods, taxes } = tables(content);
  expect(subject).toBe('receipt:ord_1');
  expect(goods.rows.map(last)).toEqual([1_090, 500, 777, 530]);
  expect(taxes.rows).toEqual([
    [{ zh: '免税', en: 'Exempt' }, { fen: 500 }, { fen: 0 }, { fen: 500 }],
    [{ basisPoints: 600 }, { fen: 500 }, { fen: 30 }, { fen: 530 }],
    [{ basisPoints: 900 }, { fen: 1_713 }, { fen: 154 }, { fen: 1_867 }],
  ]);
  expect(totalOf(taxes).slice(1)).toEqual([{ fen: 2_713 }, { fen: 184 }, { fen: 2_897 }]);
  expect(content.totalFen).toBe(2_897);
});

test('each refund is a credit note that names the receipt, and together they take back what was taken', () => {
  const refunds = [refund(1, 333), refund(2, 333), refund(3, 424, 1, 530)];
  const notes = creditNotesOf(sale({ refunds }), number);
  expect(notes.map(({ subject, corrects }) => [subject, corrects])).toEqual([
    ['credit_note:ref_1', number],
    ['credit_note:ref_2', number],
    ['credit_note:ref_3', number],
  ]);
  expect(notes.map(({ content }) => content.totalFen)).toEqual([-333, -333, -954]);
  const taxes = notes.map(({ content }) => fenOf(totalOf(tables(content).goods)[3]));
  expect(taxes.reduce((sum, fen) => sum + fen, 0)).toBe(-taxIncluded(1_090, 900) - taxIncluded(530, 600));
});

test('a later refund changes nothing in the receipt and in the credit notes before it', () => {
  const [before, after] = [[refund(1, 100)], [refund(1, 100), refund(2, 50)]];
  expect(receiptOf(sale({ refunds: after }))).toEqual(receiptOf(sale()));
  expect(creditNotesOf(sale({ refunds: after }), number)[0]).toEqual(
    creditNotesOf(sale({ refunds: before }), number)[0],
  );
});

test('whatever was bought, the rates add up to the lines, and the lines to what was taken', () => {
  const lines = fc.array(
    fc.record({ fen: fc.integer({ min: 0, max: 1_000_000 }), rate: fc.constantFrom(0, 600, 900, 1_300) }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 2_000 }), (wanted, feeFen) => {
      const of = sale({ lines: wanted.map(({ fen, rate }, at) => line(at + 1, fen, rate)), feeFen });
      const { goods, taxes } = tables(receiptOf(of).content);
      const sum = (rows: Table['rows'], column: number) =>
        rows.reduce((all, row) => all + fenOf(row.at(column)), 0);
      const taken = wanted.reduce((all, { fen }) => all + fen, feeFen);
      for (const table of [goods, taxes]) {
        expect(sum(table.rows, -1)).toBe(taken);
        expect(last(totalOf(table))).toBe(taken);
      }
      expect(sum(taxes.rows, 2)).toBe(sum(goods.rows, 3));
      expect(sum(taxes.rows, 1) + sum(taxes.rows, 2)).toBe(taken);
    }),
  );
});
