import { Converter } from 'opencc-js/t2cn';

// The library's own types name files in a way that Node's resolution does not find.
const simplified = Converter({ from: 'hk', to: 'cn' }) as (text: string) => string;
/** Variants of one character that stand in names of goods and are no traditional forms. */
const variants: Readonly<Record<string, string>> = {
  蕃: '番',
  菓: '果',
  粬: '曲',
  妳: '你',
};
/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

/** One character at a time, so that a part of a text folds to a part of the folded text. */
const known = new Map<string, string>();
function plainCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = simplified(character);
  const folded = variants[plain] ?? plain;
  known.set(character, folded);
  return folded;
}

/**
 * A text as search compares it, on both sides: without differences of width, case, accents, quotes, dashes, traditional and simplified
 * characters; what is no letter, digit or sign of a measure sets words apart by one space.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[øđðłæœþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[’‘‛'`´ʹʻʼ′"“”„‟″「」『』]/g, '')
    .replace(/\p{Script=Han}/gu, plainCharacter)
    .replace(/[^\p{L}\p{N}\p{M}.%+/]+|(?<!\d)\.|\.(?!\d)/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
