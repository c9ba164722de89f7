/** Sets apart what people put between digits: full-width signs become plain ones, every dash `-`, and what cannot be seen goes. */
const plainly = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\u180e]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim();

/** Only the digits, and the `+` of a country's number. */
const joined = (written: string): string => written.replace(/[\s().·-]/g, '');

/** A mainland mobile as people type or paste it – spaces, hyphens, brackets, full-width digits, `+86`, `0086` – in its plain form. */
export function plainPhone(typed: string): string {
  return joined(plainly(typed)).replace(/^(?:\+|00)86(?=1[3-9])|^86(?=1[3-9]\d{9}$)/, '');
}

/** How numbers are written that somebody can be called at, and how each kind is kept. Tried from above. */
const kinds: readonly { readonly written: RegExp; readonly kept: string }[] = [
  { written: /^(?:(?:\+|00)?86)?0?(1[3-9]\d{9})$/, kept: '$1' },
  // Beijing and the big cities: three digits for the area, eight for the line.
  { written: /^(?:(?:\+|00)?860?|0)(10|2[0-57-9])([2-9]\d{7})$/, kept: '0$1-$2' },
  { written: /^(?:(?:\+|00)?860?|0)([3-9]\d\d)([2-9]\d{6,7})$/, kept: '0$1-$2' },
  // A company's line for the whole country.
  { written: /^(?:(?:\+|00)?86)?([48]00)(\d{3})(\d{4})$/, kept: '$1-$2-$3' },
  // Hong Kong, Macao, Taiwan.
  { written: /^(?:\+|00)?852([2-9]\d{7})$/, kept: '+852$1' },
  { written: /^(?:\+|00)?853((?:28|6\d|8\d)\d{6})$/, kept: '+853$1' },
  { written: /^(?:\+|00)?8860?(9\d{8}|[2-8]\d{7,8})$/, kept: '+886$1' },
];

const keptForm = (number: string): string | undefined => {
  const kind = kinds.find(({ written }) => written.test(number));
  return kind && number.replace(kind.written, kind.kept);
};

/** `转801`, `ext. 801`, `#801`, `,801` after a number. */
const namedExtension =
  /^(.*?)[\s,;-]*(?:转|轉|分机|分機|内线|ext(?:ension)?\b\.?|[#x,;])[\s:.号碼码-]*(\d{1,6})$/i;
/** `0755-2345678-1`: what follows a landline written in one piece is no eighth digit of it. */
const afterLine = /^(.*?\b0?\d{2,3}\)?[\s-]*\d{7,8})\s*-\s*(\d{1,6})$/;
/** What follows the last hyphen, where all digits together are no number. */
const afterHyphen = /^(.*\d)\s*-\s*(\d{1,6})$/;

const extended = (text: string, pattern: RegExp): string | undefined => {
  const [, number, extension] = pattern.exec(text) ?? [];
  const kept = number === undefined ? undefined : keptForm(joined(number));
  return kept === undefined || extension === undefined ? undefined : `${kept}-${extension}`;
};

/**
 * A number that somebody can be called at, as people type or paste it: a mainland mobile or landline (with its area), Hong Kong, Macao
 * or Taiwan with +852, +853 or +886; each also with an extension.
 * @returns the one form in which it is kept – `13800138000`, `010-65551234`, `010-65551234-801`, `+85291234567` – or nothing when it is no
 * such number.
 */
export function contactPhone(typed: string): string | undefined {
  const text = plainly(typed);
  return (
    extended(text, namedExtension) ??
    extended(text, afterLine) ??
    keptForm(joined(text)) ??
    extended(text, afterHyphen)
  );
}

/** Number and extension of a kept form; a national line (`400-123-4567`) has three parts of its own. */
const parts = (kept: string): { number: string; extension?: string | undefined } => {
  const [, number = kept, extension] =
    /^(1\d{10}|\+\d+|0\d+-\d+|[48]00-\d{3}-\d{4})(?:-(\d+))?$/.exec(kept) ?? [];
  return { number, extension };
};

/** What a phone dials: digits, and a pause before the extension. */
export function dialled(kept: string): string {
  const { number, extension } = parts(kept);
  const digits = number.replaceAll('-', '');
  return extension === undefined ? digits : `${digits},${extension}`;
}

/** The last four digits that people tell a number by; an extension is no part of them. */
export const phoneTail = (kept: string): string => parts(kept).number.replaceAll('-', '').slice(-4);
