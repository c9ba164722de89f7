/**
 * A cell: text, a number that a spreadsheet may reckon with, or digits that another program reads as they are (`6222…`, `12.30`),
 * without the apostrophe that keeps spreadsheets from changing them.
 */
export type Cell = string | number | { readonly digits: string };

const byteOrderMark = '\uFEFF';
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** Control characters, and what nobody sees but some program obeys: direction marks, halves of characters. */
const controls = /\p{Cc}/gu;
const unseen = /[\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** With which a spreadsheet in any language lets a formula begin, after what it skips. */
const formulaStart = '[\\s\\p{C}\\p{Z}\\p{M}\'"]*[=+\\-@|%＝＋－＠﹢﹣﹦﹫−]';
const formula = new RegExp(`^${formulaStart}`, 'u');
/** The same in the middle of a text: some spreadsheets take a semicolon for the end of a cell. */
const formulaInside = new RegExp(`([;；,，])(?=${formulaStart})`, 'gu');
/** Text that a spreadsheet would take for a number, a date or a time, and write in its own way: `0001`, `1-2`, `1e5`, 18 digits. */
const looksLikeNumber = /^[\s\p{Z}]*[(（]?[.．]?\p{Nd}[\p{Nd}.．,，:：/\-年月日時时分秒eE\s\p{Z}%％）)]*$/u;
const needsQuotes = /[",;']|^\s|\s$/;

/**
 * A list as CSV for spreadsheets: UTF-8 with a byte order mark, each record on one line. People choose the texts in it, so no text
 * becomes a formula or two cells, and digits that are no number (`0001`) stay as they are.
 */
export const csv = (records: readonly (readonly Cell[])[]): string =>
  byteOrderMark + records.map((record) => `${record.map(written).join(',')}\r\n`).join('');

function written(cell: Cell): string {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new TypeError('only finite numbers stand in a CSV');
    return String(cell);
  }
  if (typeof cell === 'object') {
    if (!/^[0-9]+(\.[0-9]+)?$/.test(cell.digits))
      throw new TypeError('only digits stand as they are in a CSV');
    return cell.digits;
  }
  const text = asText(cell.replace(lineBreaks, ' ').replace(controls, ' ').replace(unseen, ''));
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe in front says that what follows is text. */
function asText(text: string): string {
  const inside = text.replace(formulaInside, "$1'");
  return formula.test(inside) || looksLikeNumber.test(inside) ? `'${inside}` : inside;
}
