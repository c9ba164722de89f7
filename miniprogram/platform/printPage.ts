/** Mini programs have no printer. */
export const canPrint = false;

export const printPage = (): void => undefined;
