import { create } from 'zustand';
import { persisted } from '@/platform/persisted';

const kept = persisted<boolean>('large-type', 1, (value): value is boolean => typeof value === 'boolean');

type ThemeState = { large: boolean; setLarge: (large: boolean) => void };

/** Large-type mode: bigger words and targets, high contrast, fewer choices. Remembered on this device. */
export const useThemeStore = create<ThemeState>((set) => ({
  large: kept.read() ?? false,
  setLarge(large) {
    kept.write(large);
    set({ large });
  },
}));

export const useLarge = (): boolean => useThemeStore((state) => state.large);

/** The class that gives everything inside it the look. */
export const themeClass = (large: boolean): string => (large ? 'lt-theme lt-theme--large' : 'lt-theme');
