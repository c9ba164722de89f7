import { useLanguage, type Language } from './language';

type Bilingual = { readonly zh: string; readonly en: string };

/** A name that exists in both languages, in one. */
export const inLanguage = ({ zh, en }: Bilingual, language: Language): string =>
  language === 'en' ? en : zh;

/** Gives names in the screen's language: `const say = useBilingual(); say(offer.title)`. */
export const useBilingual = (): ((name: Bilingual) => string) => {
  const language = useLanguage();
  return (name) => inLanguage(name, language);
};

/** Gives a name that may have an English one beside it: `const named = useNamed(); named(supplierName, supplierNameEn)`. */
export const useNamed = (): ((name: string, nameEn: string | undefined) => string) => {
  const say = useBilingual();
  return (zh, en = zh) => say({ zh, en });
};
