/** Whether files can be saved here. */
export const canSaveFiles = (): boolean => true;

/** Saves a file among the downloads. */
export const saveBytes = (name: string, bytes: ArrayBuffer): void => {
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
