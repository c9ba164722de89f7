/** The platform keeps mini programs by itself. */
export const keepApp = (): void => undefined;
