/** Segments of a digit, as on a pocket calculator: a is on top, then clockwise, g in the middle. */
const segments: Readonly<Record<string, string>> = {
  '0': 'abcdef',
  '1': 'bc',
  '2': 'abdeg',
  '3': 'abcdg',
  '4': 'bcfg',
  '5': 'acdfg',
  '6': 'acdefg',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abcdfg',
  '-': 'g',
  ' ': '',
};

/** Where a segment lies on a digit of 6 × 11 units: left, top, width, height. */
const places: Readonly<Record<string, readonly [number, number, number, number]>> = {
  a: [1, 0, 4, 1],
  b: [5, 1, 1, 4],
  c: [5, 6, 1, 4],
  d: [1, 10, 4, 1],
  e: [0, 6, 1, 4],
  f: [0, 1, 1, 4],
  g: [1, 5, 4, 1],
};

const advance = 8;
const margin = 2;

export type Stamp = { readonly rgba: Buffer; readonly width: number; readonly height: number };

/**
 * Digits, dashes and spaces in white on black, to be laid over a picture. Drawn by ourselves: it looks the same on a machine without
 * fonts.
 * @param unit pixels that a segment is thick
 */
export function drawStamp(text: string, unit: number): Stamp {
  const width = (text.length * advance + 2 * margin - 2) * unit;
  const height = (11 + 2 * margin) * unit;
  const rgba = Buffer.alloc(width * height * 4);
  for (let at = 3; at < rgba.length; at += 4) rgba[at] = 220;
  Array.from(text).forEach((digit, index) => {
    for (const segment of segments[digit] ?? '') {
      const [left, top, wide, high] = places[segment] ?? [0, 0, 0, 0];
      for (let y = (margin + top) * unit; y < (margin + top + high) * unit; y += 1) {
        const from = (y * width + (margin + index * advance + left) * unit) * 4;
        rgba.fill(255, from, from + wide * unit * 4);
      }
    }
  });
  return { rgba, width, height };
}
