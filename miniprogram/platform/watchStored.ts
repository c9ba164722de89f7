/** A mini program has one window. */
export const watchStored = (_key: string, _listen: () => void): void => undefined;
