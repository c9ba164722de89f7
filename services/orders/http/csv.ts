import { stringify } from 'csv-stringify/sync';
import { type Language } from '#shared/contracts/common';
import { MadeReply } from '#shared/kit/http/handler';

type Cell = string | number;
/** A column: its heading in both languages, and what stands in it. */
export type Column<Row> = {
  readonly zh: string;
  readonly en: string;
  readonly value: (row: Row, language: Language) => Cell;
};

/**
 * A list as CSV for a spreadsheet: UTF-8 with BOM, headings in the reader's language. Text that a spreadsheet would take for a
 * formula is made harmless: neighbours choose their own names.
 */
export function csvReply<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { fileName, language }: { readonly fileName: string; readonly language: Language },
): MadeReply {
  const heading = columns.map(({ zh, en }) => (language === 'zh-CN' ? zh : en));
  const body = rows.map((row) => columns.map(({ value }) => value(row, language)));
  const text = stringify([heading, ...body], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return new MadeReply(Buffer.from(text), {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}.csv"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}
