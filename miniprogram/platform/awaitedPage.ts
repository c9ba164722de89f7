let tell = (): void => undefined;

/** Calls `listen` when a page that was opened cannot be fetched now; it opens by itself once it can. */
export const onPageAwaited = (listen: () => void): void => {
  tell = listen;
};

export const pageAwaited = (): void => tell();
