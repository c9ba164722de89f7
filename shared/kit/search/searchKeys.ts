/** What search compares with the words typed, folded. */
export type SearchKeys = {
  /** How it was worked out; absent: by the first release. */
  readonly form?: number;
  readonly words: readonly string[];
  /** Syllables of the Chinese words, without tones: one list per word. */
  readonly syllables: readonly (readonly string[])[];
};
