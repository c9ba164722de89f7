import { persisted } from '@/platform/persisted';

const most = 10;
const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');
const kept = persisted<string[]>('search-history', 1, isWords);

/** What was searched on this device, newest first. */
export const searchHistory = (): string[] => kept.read() ?? [];

/** Remembers a search; gives the history with it. */
export const remember = (words: string): string[] => {
  const next = [words, ...searchHistory().filter((other) => other !== words)].slice(0, most);
  kept.write(next);
  return next;
};

export const forgetHistory = (): void => kept.clear();
