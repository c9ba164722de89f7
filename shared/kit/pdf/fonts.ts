import { dirname, join } from 'node:path';

/**
 * Noto Sans SC, under the SIL Open Font License 1.1 (LICENSE_FONT beside it). TrueType, since its parts can be read one by one: of a
 * document only the characters that stand in it are taken along.
 */
const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

export const fontFiles = {
  plain: join(folder, '400Regular', 'NotoSansSC_400Regular.ttf'),
  strong: join(folder, '600SemiBold', 'NotoSansSC_600SemiBold.ttf'),
} as const;
export type FontName = keyof typeof fontFiles;
