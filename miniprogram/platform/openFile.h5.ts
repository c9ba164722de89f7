import { saveBytes } from './saveFile';

/** Kinds of files that can be taken along from here. */
export const openableFormats = ['pdf', 'xlsx', 'csv'] as const;

/** Browsers put files among the downloads, and show them from there. */
export const openFile = (name: string, bytes: ArrayBuffer): Promise<void> => {
  saveBytes(name, bytes);
  return Promise.resolve();
};
