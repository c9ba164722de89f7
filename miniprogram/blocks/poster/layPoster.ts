import { layTile, type Sizes } from './layTile';
import { type Mark, type Measure, type PosterContent, type PosterDrawing, type PosterOffer } from './types';
import { colors, type Part, write } from './write';

/** Of the drawing; the picture has `scale` times as many pixels. */
const width = 540;
export const scale = 2;
const edge = 28;
const gap = 16;
const codeSize = 148;

const header = (heading: string, measure: Measure): Part => {
  const look = { size: 26, bold: true, color: colors.onLeaf };
  const words = write(heading, look, { x: edge, top: edge, width: width - 2 * edge, lines: 3 }, measure);
  const bottom = words.bottom + edge;
  return {
    marks: [{ kind: 'plate', x: 0, y: 0, width, height: bottom, color: colors.leaf }, ...words.marks],
    bottom,
  };
};

const sizesFor = (columns: number): Sizes => {
  if (columns === 1) return { title: 28, price: 36, small: 18 };
  return columns === 2 ? { title: 20, price: 24, small: 15 } : { title: 17, price: 20, small: 13 };
};

const columnsFor = (offers: number): number => (offers <= 1 ? 1 : offers <= 4 ? 2 : 3);

const grid = (offers: readonly PosterOffer[], top: number, measure: Measure): Part => {
  const columns = columnsFor(offers.length);
  const room = (width - 2 * edge - gap * (columns - 1)) / columns;
  const height = Math.round(columns === 1 ? room * 0.8 : room);
  const marks: Mark[] = [];
  let bottom = top;
  for (let first = 0; first < offers.length; first += columns) {
    const rowTop = bottom + (first === 0 ? edge : gap + 4);
    const row = offers.slice(first, first + columns).map((offer, at) => {
      const spot = { x: edge + at * (room + gap), top: rowTop, width: room, height };
      return layTile(offer, spot, sizesFor(columns), measure);
    });
    marks.push(...row.flatMap((part) => part.marks));
    bottom = Math.max(...row.map((part) => part.bottom));
  }
  return { marks, bottom };
};

const foot = ({ place, leader, scan, link }: PosterContent, above: number, measure: Measure): Part => {
  const top = above + 24;
  const room = width - 2 * edge - codeSize - gap;
  const said = [
    { text: place, look: { size: 22, bold: true, color: colors.ink }, lines: 2 },
    { text: leader ?? '', look: { size: 17, color: colors.soft }, lines: 1 },
    { text: scan, look: { size: 17, color: colors.leaf, bold: true }, lines: 2 },
  ];
  const marks: Mark[] = [
    { kind: 'plate', x: edge, y: top, width: width - 2 * edge, height: 1, color: colors.line },
  ];
  let bottom = top + 28;
  for (const { text, look, lines } of said) {
    const words = write(text, look, { x: edge, top: bottom, width: room, lines }, measure);
    marks.push(...words.marks);
    bottom = words.bottom + (words.marks.length > 0 ? 6 : 0);
  }
  const code = { x: width - edge - codeSize, y: top + 20, width: codeSize, height: codeSize };
  marks.push({ kind: 'code', text: link, ...code });
  return { marks, bottom: Math.max(bottom, code.y + codeSize) + 20 };
};

/** Where everything on the poster stands: one offer large, several in a grid; who, where and the code below. */
export const layPoster = (content: PosterContent, measure: Measure): PosterDrawing => {
  const head = header(content.heading, measure);
  const body = grid(content.offers, head.bottom, measure);
  const end = foot(content, body.bottom, measure);
  const paper: Mark = { kind: 'plate', x: 0, y: 0, width, height: end.bottom, color: colors.card };
  return { width, height: end.bottom, marks: [paper, ...head.marks, ...body.marks, ...end.marks] };
};
