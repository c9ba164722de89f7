import { columns, taxRate, total, words } from './columns';
import { type Table } from './document';

/** An amount with the tax that it includes, in fen. */
export type Taxed = { readonly basisPoints: number; readonly grossFen: number; readonly taxFen: number };

/** What amounts come to at each rate, lowest rate first. */
function byRate(taxed: readonly Taxed[]): Taxed[] {
  const rates = new Map<number, Taxed>();
  for (const { basisPoints, grossFen, taxFen } of taxed) {
    const sum = rates.get(basisPoints) ?? { basisPoints, grossFen: 0, taxFen: 0 };
    rates.set(basisPoints, { basisPoints, grossFen: sum.grossFen + grossFen, taxFen: sum.taxFen + taxFen });
  }
  return [...rates.values()].sort((a, b) => a.basisPoints - b.basisPoints);
}

/** The tax of each rate, which adds up to the lines. */
export function taxTable(taxed: readonly Taxed[]): Table {
  const row = ({ grossFen, taxFen }: Omit<Taxed, 'basisPoints'>) => [
    { fen: grossFen - taxFen },
    { fen: taxFen },
    { fen: grossFen },
  ];
  return {
    title: words('税额', 'Tax'),
    columns: [{ ...columns.what, title: columns.taxRate.title }, columns.net, columns.tax, columns.amount],
    rows: byRate(taxed).map((rate) => [taxRate(rate.basisPoints), ...row(rate)]),
    totals: [
      [
        total,
        ...row({
          grossFen: taxed.reduce((sum, { grossFen }) => sum + grossFen, 0),
          taxFen: taxed.reduce((sum, { taxFen }) => sum + taxFen, 0),
        }),
      ],
    ],
  };
}
