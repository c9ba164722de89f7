/** Fetches the pages of the round while there is a signal: in the courtyard there may be none. */
export const preloadRound = (): void => {
  void Promise.all([import('./load/index'), import('./stop/index')]).catch(() => undefined);
};
