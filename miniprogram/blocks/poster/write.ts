import { type Mark, type Measure, type TextLook } from './types';
import { wrap } from './wrap';

/** The light theme's colours: a canvas reads no style variables, and a poster looks the same for everybody. */
export const colors = {
  card: '#fffdf9',
  line: '#e3dccb',
  ink: '#1d2a23',
  soft: '#4f5b54',
  leaf: '#2a7547',
  onLeaf: '#ffffff',
  tomato: '#c2341c',
} as const;

/** Where something begins, and how wide it may become. */
export type Spot = { readonly x: number; readonly top: number; readonly width: number };
/** A piece of the poster and where it ends. */
export type Part = { readonly marks: readonly Mark[]; readonly bottom: number };

/** Height of a line of this size. */
export const lineHeight = (size: number): number => Math.round(size * 1.35);

/** A text in at most `lines` lines. */
export const write = (
  text: string,
  look: TextLook,
  { x, top, width, lines }: Spot & { readonly lines: number },
  measure: Measure,
): Part => {
  const step = lineHeight(look.size);
  const broken = wrap(text, { width, lines, measure: (part) => measure(part, look) });
  return {
    marks: broken.map((line, at) => ({
      kind: 'text',
      text: line,
      x,
      y: top + step * at + step / 2,
      ...look,
    })),
    bottom: top + step * broken.length,
  };
};
