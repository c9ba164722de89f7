import { copyText } from './share';

/** Added to the address that the other page leads back to, which is opened in a browser. */
export const returned = 'returned=1';

/** A mini program was never left. */
export const returnToWhereLeft = (): void => undefined;

/** Mini programs cannot open a browser: the address goes to the clipboard instead. */
export const leaveFor = async (url: string): Promise<'opened' | 'copied'> => {
  await copyText(url);
  return 'copied';
};

export const openBeside = (url: string): Promise<'opened' | 'copied' | 'blocked'> => leaveFor(url);
