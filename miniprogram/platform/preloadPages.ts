/** A subpackage of a mini program comes as a whole: nothing is left to fetch. */
export const preloadPages = (_prefix: string): void => undefined;
