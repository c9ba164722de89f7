import { pinyin } from 'pinyin-pro';
import { fold } from './fold';
import { type SearchKeys } from './searchKeys';
import { otherNames } from './synonyms';

const chinese = /\p{Script=Han}/u;

/** What something is found by, worked out once when it is written: its words, other names of them, and how the Chinese ones are spelled. */
export function searchKeys(texts: readonly string[]): SearchKeys {
  const own = texts.map(fold).filter((word) => word !== '');
  const words = [...new Set([...own, ...own.flatMap(otherNames)])];
  return {
    form: searchKeysForm,
    words,
    syllables: words.filter((word) => chinese.test(word)).map(syllablesOf),
  };
}

/** Rises when `fold` or the other names change: each rise needs a migration of its own that works out the stored keys anew. */
export const searchKeysForm = 2;

/** `西红柿` → `xi`, `hong`, `shi`; ü is written u, as in what is typed: see `spellings`. */
export const syllablesOf = (word: string): string[] =>
  pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).map((syllable) =>
    syllable.replaceAll('v', 'u'),
  );
