import { create } from 'zustand';
import { persisted } from '@/platform/persisted';
import { systemLanguage } from '@/platform/systemLanguage';

export type Language = 'zh-CN' | 'en';

const isLanguage = (value: unknown): value is Language => value === 'zh-CN' || value === 'en';
const kept = persisted<Language>('language', 1, isLanguage);

const preferred = (): Language => (systemLanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

type LanguageState = { language: Language; setLanguage: (language: Language) => void };

/** The language of the screen: what was chosen last, else the phone's. Changing it re-renders what shows text. */
export const useLanguageStore = create<LanguageState>((set) => ({
  language: kept.read() ?? preferred(),
  setLanguage(language) {
    kept.write(language);
    set({ language });
  },
}));

export const useLanguage = (): Language => useLanguageStore((state) => state.language);

/** The language outside components, e.g. for a request's `Accept-Language`. */
export const currentLanguage = (): Language => useLanguageStore.getState().language;
