import { useMemo } from 'react';
import { formatCount } from '@/design/format/count';
import { useCityClock } from '@/platform/cityClock';
import { currentLanguage, useLanguage, type Language } from './language';

/**
 * The words of one feature, in both languages. `{name}` is replaced by a parameter, whole numbers as `5,000`; `{n|order|orders}` picks the
 * singular for 1 and the plural else (no Intl: not every mini program has it).
 */
export type Texts<Zh extends Record<string, string> = Record<string, string>> = {
  readonly zh: Zh;
  readonly en: Readonly<Record<keyof Zh, string>>;
};

type ParamsIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Plain}|${string}` ? Plain : Name) | ParamsIn<Rest>
  : never;
type Param = string | number;
type Args<Text extends string> = [ParamsIn<Text>] extends [never]
  ? []
  : [params: Readonly<Record<ParamsIn<Text>, Param>>];

/** Gives the text of `key`; its parameters are those that the Chinese text names. */
export type Translate<Zh extends Record<string, string>> = <Key extends keyof Zh & string>(
  key: Key,
  ...args: Args<Zh[Key]>
) => string;

/** Keeps the literal texts, so that a missing key or parameter is a compile error. */
export const defineTexts = <const Zh extends Record<string, string>>(texts: Texts<Zh>): Texts<Zh> => texts;

const told = (value: Param): string =>
  typeof value === 'number' && Number.isInteger(value) ? formatCount(value) : String(value);

const fill = (text: string, params: Readonly<Record<string, Param>>): string =>
  text.replace(
    /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      if (one === undefined) return told(params[name] ?? '');
      return (Number(params[name]) === 1 ? one : many) ?? '';
    },
  );

/** The texts in one language, for code outside components. */
export const translator = <Zh extends Record<string, string>>(
  texts: Texts<Zh>,
  language: Language,
): Translate<Zh> => {
  const words: Readonly<Record<string, string>> = language === 'en' ? texts.en : texts.zh;
  return (key, ...args) => fill(words[key] ?? key, args[0] ?? {});
};

/** The texts in the screen's language, now; for events and errors. */
export const translateNow = <Zh extends Record<string, string>>(texts: Texts<Zh>): Translate<Zh> =>
  translator(texts, currentLanguage());

/** The texts in the screen's language; the component renders anew when it changes, or the clock of the times in them. */
export const useTexts = <Zh extends Record<string, string>>(texts: Texts<Zh>): Translate<Zh> => {
  useCityClock();
  const language = useLanguage();
  return useMemo(() => translator(texts, language), [texts, language]);
};
