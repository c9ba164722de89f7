/** Mini programs keep files to themselves. */
export const canSaveFiles = false;

export const saveBytes = (_name: string, _bytes: ArrayBuffer): void => undefined;
