import { cny } from '#shared/contracts/money';
import { type PayoutFileView } from '#shared/contracts/settlement/payoutViews';
import { type Cell, csv } from '#shared/kit/csv/csv';
import { type FileProgress, type LineState } from '../../usecases/payouts/fileProgress';

export function presentFile({ file, lines }: FileProgress): PayoutFileView {
  const { id, number, madeAt, madeBy, fetched } = file;
  const count = (wanted: LineState) => lines.filter(({ state }) => state === wanted).length;
  return {
    fileId: id,
    ...{ number, madeBy, fetched },
    madeAt: madeAt.toISOString(),
    payouts: lines.length,
    total: cny(lines.reduce((sum, { carried }) => sum + carried.fen, 0)),
    open: count('open'),
    sent: count('sent'),
    paid: count('paid'),
    returned: count('returned'),
  };
}

const heading = [
  '编号 payout',
  '户名 holder',
  '开户行 bank',
  '卡号 card',
  '金额（元） amount in yuan',
  '结果 result',
  '原因 reason',
];

/**
 * A file as the bank reads it: the lines that were not returned, whole numbers of cards, amounts in yuan, and two empty columns for the
 * answer. From the second time on its name says that it is a copy.
 */
export function presentBankFile({ file, lines }: FileProgress): {
  fileName: string;
  csv: string;
  fetched: number;
} {
  const rows = lines
    .filter(({ state }) => state !== 'returned')
    .map(({ payout, carried: { to, fen } }): Cell[] => [
      payout.id,
      to.holder,
      to.kind === 'bank_card' ? to.bank : '',
      { digits: to.number },
      { digits: yuan(fen) },
      '',
      '',
    ]);
  const copy = file.fetched > 1 ? `-copy-${file.fetched}` : '';
  return {
    fileName: `payouts-${String(file.number).padStart(4, '0')}${copy}.csv`,
    csv: csv([heading, ...rows]),
    fetched: file.fetched,
  };
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
