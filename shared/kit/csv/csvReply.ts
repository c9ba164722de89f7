import { type Language } from '../../contracts/common';
import { MadeReply } from '../http/handler';
import { type Cell, csv } from './csv';

/** A column: its heading in both languages, and what stands in it. */
export type Column<Row> = {
  readonly zh: string;
  readonly en: string;
  readonly value: (row: Row, language: Language) => Cell;
};

/** A list as a CSV file, with headings in the reader's language. */
export function csvReply<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { fileName, language }: { readonly fileName: string; readonly language: Language },
): MadeReply {
  const heading = columns.map(({ zh, en }) => (language === 'zh-CN' ? zh : en));
  const body = rows.map((row) => columns.map(({ value }) => value(row, language)));
  return new MadeReply(Buffer.from(csv([heading, ...body])), {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}.csv"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}
