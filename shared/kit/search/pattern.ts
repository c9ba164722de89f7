import { isLatin, numbersOf, spellings, termsOf } from './match';
import { type SearchKeys } from './searchKeys';

/** Begins the lines that hold syllables. */
const sound = '~';

/** Keys as one text that a database searches with `searchPatterns`: a line for each word, then one for the syllables of each. */
export const searchText = ({ words, syllables }: SearchKeys): string =>
  [...words, ...syllables.map((list) => `${sound}${list.join(' ')}`)].join('\n');

/**
 * What a database looks for in a `searchText`, one pattern for each typed word: all must be found. They find what `matchScore` finds word by word:
 * Chinese anywhere, English from the beginning of a word, pinyin from the beginning of a syllable, also cut short.
 */
export const searchPatterns = (query: string): string[] =>
  termsOf(query).map((term) => [...byWord(term), ...bySound(term)].join('|'));

/** `text` as a pattern that finds it letter by letter. */
export const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const byWord = (term: string): string[] =>
  numbersOf(term).map((one) => (isLatin(one) ? `(?:^|[\\n ])${one}` : escaped(one)));

/** Between two letters a syllable may be left off where it stands and the next begin. */
const bySound = (term: string): string[] =>
  spellings(term).map((spelled) => `\\n${sound}(?:[a-z ]* )?${Array.from(spelled).join('(?:[a-z]* )?')}`);
