/** A word or one Chinese sign, with the punctuation that must not begin a line. */
const pieces = /(?:[^\s\u2E80-\u{1FFFF}]+|.)[，。、：；！？）】”]*/gu;

type Wrapping = {
  readonly width: number;
  readonly lines: number;
  readonly measure: (text: string) => number;
};

const shorten = (text: string, { width, measure }: Wrapping): string => {
  const signs = Array.from(text.trim());
  while (signs.length > 0 && measure(`${signs.join('')}…`) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
};

/** Breaks a text into at most `lines` lines; what does not fit is left out behind an ellipsis. */
export const wrap = (text: string, wrapping: Wrapping): readonly string[] => {
  const { width, lines, measure } = wrapping;
  const fits = (part: string) => measure(part) <= width;
  const done: string[] = [];
  let line = '';
  // A word wider than the line is broken anywhere.
  for (const piece of (text.match(pieces) ?? []).flatMap((one) => (fits(one) ? [one] : Array.from(one)))) {
    if (line === '' || fits((line + piece).trimEnd())) {
      line = (line + piece).trimStart();
      continue;
    }
    done.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') done.push(line.trimEnd());
  if (done.length <= lines) return done;
  return [...done.slice(0, lines - 1), shorten(done.slice(lines - 1).join(' '), wrapping)];
};
