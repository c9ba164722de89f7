/** The browser's language as a tag, `zh-CN` or `en-GB`. */
export const systemLanguage = (): string => window.navigator.language;
