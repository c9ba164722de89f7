/** Mini programs have no printer. */
export const canPrint = (): boolean => false;

export const printPage = (): void => undefined;
