import { type Bilingual, type Language } from '#shared/contracts/common';
import { csv, type Cell as CsvCell } from '#shared/kit/csv/csv';
import { type PdfBlock, type PdfDocument } from '#shared/kit/pdf/pdfDocument';
import { xlsx, type XlsxCell } from '#shared/kit/xlsx/xlsx';
import { type Cell, type Document, type Table } from '../domain/documents/document';

const issuer: Bilingual = { zh: '邻团', en: 'Lintuan 邻团' };
const numberName: Bilingual = { zh: '编号', en: 'Number' };
const issuedName: Bilingual = { zh: '开具日期', en: 'Issued on' };

/** A document as it is issued: its content, and what only the issue gives it. */
type Issued = Pick<Document, 'number' | 'issuedAt' | 'content'> & {
  /** City-local. */ readonly issuedOn: string;
};

/** The document for paper, in one of its languages. */
export function pdfOf({ number, issuedAt, issuedOn, content }: Issued, language: Language): PdfDocument {
  const say = (text: Bilingual) => inLanguage(text, language);
  const facts = [...content.facts, { name: issuedName, value: issuedOn }];
  return {
    language,
    title: say(content.title),
    number,
    issuer: say(issuer),
    issuedAt,
    blocks: [
      { kind: 'facts', facts: facts.map(({ name, value }) => [say(name), printed(value, language)]) },
      ...content.tables.flatMap((table): PdfBlock[] => [
        { kind: 'heading', text: say(table.title) },
        {
          kind: 'table',
          columns: table.columns.map(({ title, share, right }) => ({
            title: say(title),
            share,
            align: right ? 'right' : 'left',
          })),
          rows: table.rows.map((row) => row.map((cell) => printed(cell, language))),
          totals: (table.totals ?? []).map((row) => row.map((cell) => printed(cell, language))),
        },
      ]),
      ...content.notes.map((note): PdfBlock => ({ kind: 'note', text: say(note) })),
    ],
  };
}

/** What the document is about, then its tables one below the other; amounts in yuan. */
export function csvOf(issued: Issued, language: Language): string {
  const { content } = issued;
  const records = (table: Table): CsvCell[][] => [
    [],
    [inLanguage(table.title, language)],
    table.columns.map(({ title }) => inLanguage(title, language)),
    ...[...table.rows, ...(table.totals ?? [])].map((row) => row.map((cell) => reckoned(cell, language))),
  ];
  return csv([...heads(issued, language), ...content.tables.flatMap(records)]);
}

/** A sheet for what the document is about, and one for each of its tables. */
export function xlsxOf(issued: Issued, language: Language): Buffer {
  const { content } = issued;
  return xlsx([
    {
      name: inLanguage(content.title, language),
      heads: [inLanguage(content.title, language), ''],
      rows: heads(issued, language).slice(1),
    },
    ...content.tables.map((table) => ({
      name: inLanguage(table.title, language),
      heads: table.columns.map(({ title }) => inLanguage(title, language)),
      rows: [...table.rows, ...(table.totals ?? [])].map((row) => row.map((cell) => inSheet(cell, language))),
    })),
  ]);
}

function heads({ number, issuedOn, content }: Issued, language: Language): (string | number)[][] {
  const say = (text: Bilingual) => inLanguage(text, language);
  return [
    [say(content.title)],
    [say(numberName), number],
    [say(issuedName), issuedOn],
    ...content.facts.map(({ name, value }) => [say(name), reckoned(value, language)]),
  ];
}

const inLanguage = ({ zh, en }: Bilingual, language: Language): string => (language === 'zh-CN' ? zh : en);

/** 900 basis points: `9%`; 650: `6.5%`. */
const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

/** `¥1,234.50`, `−¥0.05`: computed in whole fen. */
function yuan(fen: number): string {
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}¥${grouped}.${rest}`;
}

function printed(cell: Cell, language: Language): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if ('fen' in cell) return yuan(cell.fen);
  if ('basisPoints' in cell) return percent(cell.basisPoints);
  return inLanguage(cell, language);
}

/** What a spreadsheet reckons with. */
function reckoned(cell: Cell, language: Language): string | number {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object' && 'fen' in cell) return cell.fen / 100;
  return printed(cell, language);
}

function inSheet(cell: Cell, language: Language): XlsxCell {
  if (typeof cell === 'object' && 'fen' in cell) return { yuan: cell.fen / 100 };
  return reckoned(cell, language);
}
