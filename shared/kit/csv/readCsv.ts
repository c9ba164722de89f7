export type CsvRecord = {
  /** Of the text, from 1: where the record begins. */
  readonly line: number;
  /** Without spaces around them. */
  readonly cells: readonly string[];
  /** A quote in it is never closed: whatever follows has become part of it. */
  readonly isOpen: boolean;
};

const separators = [',', ';', '\t'];

/**
 * Reads a CSV as RFC 4180 has it, also with semicolons or tabs, and with the line ends of any system, as spreadsheets write it. A quote
 * opens a cell only at the cell's beginning; elsewhere it is a sign like others.
 */
export function readCsv(text: string): CsvRecord[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [heading = ''] = plain.split('\n', 1);
  const separator = separators.find((one) => heading.includes(one)) ?? ',';
  const records: CsvRecord[] = [];
  let [begins, line] = [1, 1];
  let cells: string[] = [];
  let cell = '';
  let quotes: 'none' | 'open' | 'closed' = 'none';
  const endCell = () => {
    cells.push(cell.trim());
    [cell, quotes] = ['', 'none'];
  };
  const endRecord = (isOpen: boolean) => {
    endCell();
    records.push({ line: begins, cells, isOpen });
    [cells, begins] = [[], line];
  };
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? '';
    if (char === '\n') line += 1;
    if (quotes === 'open') {
      if (char !== '"') cell += char;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quotes = 'closed';
    } else if (char === '"' && quotes === 'none' && cell.trim() === '') quotes = 'open';
    else if (char === separator) endCell();
    else if (char === '\n') endRecord(false);
    else cell += char;
  }
  endRecord(quotes === 'open');
  return records;
}
