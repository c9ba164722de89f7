import { type Drawing, type Look } from './drawing';
import { type PdfBlock, type PdfColumn } from './pdfDocument';

type Table = Extract<PdfBlock, { readonly kind: 'table' }>;
type Kind = 'head' | 'row' | 'total';

const gap = 8;
const padding = 4;
const looks: Readonly<Record<Kind, Pick<Look, 'size' | 'font' | 'colour'>>> = {
  head: { size: 8.5, font: 'strong', colour: 'soft' },
  row: { size: 9 },
  total: { size: 9, font: 'strong' },
};

/** A table whose rows never break over pages, with its heads on each page. */
export function drawTable(drawing: Drawing, { columns, rows, totals = [] }: Table): void {
  const heads = columns.map(({ title }) => title);
  const headHeight = heightOf(drawing, columns, heads, 'head');
  const firstHeight = heightOf(drawing, columns, rows[0] ?? totals[0] ?? heads, 'row');
  drawing.room(headHeight + firstHeight);
  drawRecord(drawing, columns, heads, 'head');
  const records = [
    ...rows.map((cells) => ({ cells, kind: 'row' as const })),
    ...totals.map((cells) => ({ cells, kind: 'total' as const })),
  ];
  for (const { cells, kind } of records) {
    if (!drawing.fits(heightOf(drawing, columns, cells, kind))) {
      drawing.newPage();
      drawRecord(drawing, columns, heads, 'head');
    }
    drawRecord(drawing, columns, cells, kind);
  }
  drawing.move(12);
}

const looksOf = (drawing: Drawing, columns: readonly PdfColumn[], kind: Kind): Look[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let right = 0;
  return columns.map(({ share, align = 'left' }) => {
    const whole = (drawing.width * share) / shares;
    const look = { ...looks[kind], align, right: right + gap / 2, down: padding, width: whole - gap };
    right += whole;
    return look;
  });
};

const heightOf = (
  drawing: Drawing,
  columns: readonly PdfColumn[],
  cells: readonly string[],
  kind: Kind,
): number => {
  const lines = looksOf(drawing, columns, kind).map((look, at) => drawing.heightOf(cells[at] ?? '', look));
  return Math.max(...lines) + 2 * padding;
};

function drawRecord(
  drawing: Drawing,
  columns: readonly PdfColumn[],
  cells: readonly string[],
  kind: Kind,
): void {
  const height = heightOf(drawing, columns, cells, kind);
  if (kind === 'head') drawing.ground(height);
  looksOf(drawing, columns, kind).forEach((look, at) => drawing.text(cells[at] ?? '', look));
  drawing.move(height);
  drawing.line(0.5);
}
