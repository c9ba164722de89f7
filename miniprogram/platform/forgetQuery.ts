/** Mini programs have no address that would be opened again. */
export const forgetQuery = (): void => undefined;
