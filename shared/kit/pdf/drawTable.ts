import { type Drawing, type Look } from './drawing';
import { type PdfBlock, type PdfColumn } from './pdfDocument';

type Table = Extract<PdfBlock, { readonly kind: 'table' }>;
type Kind = 'head' | 'row' | 'total';
/** Cells with how each of them looks, and the height that they need beside each other. */
type Measured = {
  readonly kind: Kind;
  readonly cells: readonly (readonly [text: string, look: Look])[];
  readonly height: number;
};

const gap = 8;
const padding = 4;
const looks: Readonly<Record<Kind, Pick<Look, 'size' | 'font' | 'colour'>>> = {
  head: { size: 8.5, font: 'strong', colour: 'soft' },
  row: { size: 9 },
  total: { size: 9, font: 'strong' },
};

/** A table whose rows never break over pages, with its heads on each page. */
export function drawTable(drawing: Drawing, { columns, rows, totals = [] }: Table): void {
  const head = measureOf(drawing, columns, 'head')(columns.map(({ title }) => title));
  const records = [
    ...rows.map(measureOf(drawing, columns, 'row')),
    ...totals.map(measureOf(drawing, columns, 'total')),
  ];
  const [first = head] = records;
  drawing.room(head.height + first.height);
  drawRecord(drawing, head);
  for (const record of records) {
    if (!drawing.fits(record.height)) {
      drawing.newPage();
      drawRecord(drawing, head);
    }
    drawRecord(drawing, record);
  }
  drawing.move(12);
}

/** How records of a kind look is found once, for all of them. */
function measureOf(
  drawing: Drawing,
  columns: readonly PdfColumn[],
  kind: Kind,
): (texts: readonly string[]) => Measured {
  const ofColumns = looksOf(drawing, columns, kind);
  return (texts) => {
    const cells = ofColumns.map((look, at) => [texts[at] ?? '', look] as const);
    const lines = cells.map(([text, look]) => drawing.heightOf(text, look));
    return { kind, cells, height: Math.max(...lines) + 2 * padding };
  };
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

function drawRecord(drawing: Drawing, { kind, cells, height }: Measured): void {
  if (kind === 'head') drawing.ground(height);
  for (const [text, look] of cells) drawing.text(text, look);
  drawing.move(height);
  drawing.line(0.5);
}
