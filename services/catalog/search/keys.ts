import { pinyin } from 'pinyin-pro';
import { type Bilingual } from '#shared/contracts/common';
import { type SearchKeys } from '../domain/offer';

const chinese = /\p{Script=Han}/u;

/** What a product is found by, worked out once when it is written: its words, and how the Chinese ones are spelled. */
export function searchKeys(title: Bilingual, keywords: readonly string[]): SearchKeys {
  const words = [...new Set([title.zh, title.en, ...keywords].map((word) => word.trim().toLowerCase()))];
  return { words, syllables: words.filter((word) => chinese.test(word)).map(syllablesOf) };
}

/** `西红柿` → `xi`, `hong`, `shi`; ü is spelled v, as it is typed. */
const syllablesOf = (word: string): string[] =>
  pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
