/** Mini programs have no address that would be opened again. */
export const forgetParam = (_name: string): void => undefined;
