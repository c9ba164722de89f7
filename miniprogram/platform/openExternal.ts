import { copyText } from './share';

/** Mini programs cannot open a browser: the address goes to the clipboard instead. */
export const leaveFor = async (url: string): Promise<'opened' | 'copied'> => {
  await copyText(url);
  return 'copied';
};

export const openBeside = (url: string): Promise<'opened' | 'copied' | 'blocked'> => leaveFor(url);
