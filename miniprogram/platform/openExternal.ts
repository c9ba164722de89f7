import { copyText } from './share';

/** Mini programs cannot open a browser: the address goes to the clipboard instead. Tells which of the two happened. */
export const openExternal = async (url: string): Promise<'opened' | 'copied'> => {
  await copyText(url);
  return 'copied';
};
