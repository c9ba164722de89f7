import { strToU8, zipSync } from 'fflate';

/** A cell: text, or a number that a spreadsheet reckons with; money in yuan with two places. */
export type XlsxCell = string | number | { readonly yuan: number };

export type XlsxSheet = {
  /** On its tab. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly XlsxCell[])[];
};

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** A workbook says when it was made: always the same, so that the same tables are the same file. */
const madeAt = new Date(1980, 0, 1);

/** In the order of `styles`. */
const styleOf = { plain: 0, strong: 1, money: 2 } as const;
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/**
 * Tables as an Excel workbook (Office Open XML, ECMA-376 part 1, 18.2–18.3). Written by hand, since the packages that do it bring
 * hundreds of kilobytes for what is five small files: every text is an inline string, which no program takes for a formula, a date
 * or a number.
 */
export function xlsx(sheets: readonly XlsxSheet[]): Buffer {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  };
  sheets.forEach((sheet, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheet)));
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes), { level: 6, mtime: madeAt }));
}

const contentTypes = (sheets: number): string => {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${parts.join('')}</Types>`;
};

const relationships = (of: readonly (readonly [type: string, target: string])[]): string => {
  const each = of.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
};

const workbook = (sheets: readonly XlsxSheet[]): string => {
  const each = sheets.map(
    ({ name }, at) => `<sheet name="${tabName(name, at)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each.join('')}</sheets></workbook>`;
};

/** Excel opens no workbook with other characters in a tab, a longer name, or the same name twice. */
const tabName = (name: string, at: number): string =>
  escaped(`${at + 1} ${name.replace(/[[\]:*?/\\']/g, ' ')}`.slice(0, 31));

function worksheet({ heads, rows }: XlsxSheet): string {
  const widths = heads.map((title, column) => {
    const longest = Math.max(width(title), ...rows.map((row) => width(row[column] ?? '')));
    return `<col min="${column + 1}" max="${column + 1}" width="${Math.min(60, longest + 2)}" customWidth="1"/>`;
  });
  const records = [
    heads.map((title) => text(title, styleOf.strong)),
    ...rows.map((row) => row.map((cell) => written(cell))),
  ].map((cells) => `<row>${cells.join('')}</row>`);
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${head}<worksheet xmlns="${main}">${frozen}<cols>${widths.join('')}</cols><sheetData>${records.join('')}</sheetData></worksheet>`;
}

const width = (cell: XlsxCell): number =>
  typeof cell === 'string'
    ? Array.from(cell).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
    : 12;

function written(cell: XlsxCell): string {
  if (typeof cell === 'string') return text(cell, styleOf.plain);
  const [number, style] = typeof cell === 'number' ? [cell, styleOf.plain] : [cell.yuan, styleOf.money];
  if (!Number.isFinite(number)) throw new TypeError('only finite numbers stand in a workbook');
  return `<c s="${style}"><v>${number}</v></c>`;
}

const text = (value: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/** Without what XML 1.0 does not allow. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string =>
  // Excel reads `_x000D_` as a character of its own: the underscore in front is written as one.
  value
    .replace(unwritable, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
