import { type Pace } from './closedLoop';

/** A figure of the product beside the ceiling that was measured in the same run. */
export type Row = {
  readonly what: string;
  readonly product: number;
  readonly ceiling: number;
  readonly ratio: number;
  readonly p50?: number;
  readonly p99?: number;
  /** The ratio that is wanted, where one is. */
  readonly wanted?: number;
  /** What is allowed at most, where less is better and nothing stands beside it. */
  readonly most?: number;
};

export function rowOf(what: string, product: Pace, ceiling: Pace, wanted?: number): Row {
  return {
    ...bare(what, product.perSecond, ceiling.perSecond, wanted),
    p50: product.p50,
    p99: product.p99,
  };
}

export const bare = (what: string, product: number, ceiling: number, wanted?: number): Row => ({
  what,
  product,
  ceiling,
  ratio: ceiling === 0 ? 0 : Math.round((product / ceiling) * 100) / 100,
  ...(wanted === undefined ? {} : { wanted }),
});

/** A figure of the product alone, of which less is better. */
export const atMost = (what: string, product: number, most: number): Row => ({
  ...bare(what, Math.round(product * 10) / 10, 0),
  most,
});

const wish = ({ wanted, most }: Row): string => {
  if (most !== undefined) return `≤ ${most}`;
  return wanted === undefined ? '' : `≥ ${wanted}`;
};

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const head = ['per second', 'Lintuan', 'bare', 'ratio', 'wanted', 'p50 ms', 'p99 ms'];
  const cells = rows.map((row) => [
    row.what,
    row.product.toLocaleString('en'),
    row.most === undefined ? row.ceiling.toLocaleString('en') : '',
    row.most === undefined ? row.ratio.toFixed(2) : '',
    wish(row),
    row.p50?.toFixed(1) ?? '',
    row.p99?.toFixed(1) ?? '',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
