import { fold } from './fold';
import { type SearchKeys } from './searchKeys';

/** How well a term fits; the best of all ways counts. 0: not at all. */
const fit = { word: 100, start: 80, wordStart: 70, inside: 60, pinyin: 50, initials: 40, innerPinyin: 30 };

const latin = /^[a-z]+$/;
export const isLatin = (text: string): boolean => latin.test(text);

/** The words of what was typed. */
export const termsOf = (query: string): string[] => fold(query).split(' ').filter(Boolean);

/** How well typed words fit, all of them: Chinese words, English words, pinyin (also cut short), initials, or a mixture. */
export function matchScore(query: string, keys: SearchKeys): number {
  const terms = termsOf(query);
  if (terms.length === 0) return 0;
  const together = termScore(terms.join(isLatin(terms.join('')) ? '' : ' '), keys);
  return Math.max(together, Math.min(...terms.map((term) => termScore(term, keys))));
}

/** What is typed in pinyin, as syllables are kept: lü is typed lv, lu and lyu. Nothing when it cannot be pinyin. */
export function spellings(term: string): string[] {
  if (!isLatin(term)) return [];
  const plain = term.replaceAll('v', 'u');
  return [...new Set([plain, plain.replace(/([ln])yu/g, '$1u')])];
}

/** An English word as it is typed, and its singular: `potatoes` is looked for in `Potato`, too. */
export const numbersOf = (term: string): string[] =>
  isLatin(term) && term.length > 3
    ? [...new Set([term, term.replace(/s$/, ''), term.replace(/es$/, '')])]
    : [term];

function termScore(term: string, { words, syllables }: SearchKeys): number {
  const byWord = numbersOf(term).flatMap((one) => words.map((word) => wordScore(one, word)));
  const bySound = spellings(term).flatMap((spelled) => syllables.map((list) => soundScore(spelled, list)));
  return Math.max(0, ...byWord, ...bySound);
}

function wordScore(term: string, word: string): number {
  if (word === term) return fit.word;
  if (word.startsWith(term)) return fit.start;
  if (word.includes(` ${term}`)) return fit.wordStart;
  // Inside an English word a few letters mean nothing: "ice" is not in "rice".
  return !isLatin(term) && word.includes(term) ? fit.inside : 0;
}

function soundScore(spelled: string, syllables: readonly string[]): number {
  if (syllables.join('').startsWith(spelled)) return fit.pinyin;
  if (spells(spelled, syllables, 0)) return fit.initials;
  return syllables.some((_, from) => from > 0 && spells(spelled, syllables, from)) ? fit.innerPinyin : 0;
}

/** Whether `spelled` is made of beginnings of the syllables from `at` on: `xhs`, `xihs`, `xihongs`. */
function spells(spelled: string, syllables: readonly string[], at: number): boolean {
  if (spelled === '') return true;
  const syllable = syllables[at];
  if (syllable === undefined) return false;
  for (let length = commonLength(spelled, syllable); length > 0; length -= 1)
    if (spells(spelled.slice(length), syllables, at + 1)) return true;
  return false;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
