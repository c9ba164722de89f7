/** Mini programs keep files to themselves. */
export const canSaveFiles = (): boolean => false;

export const saveBytes = (_name: string, _bytes: ArrayBuffer): void => undefined;
