/** Leaves for another page; the way back is that page's business. */
export const openExternal = (url: string): Promise<'opened' | 'copied'> => {
  window.location.assign(url);
  return Promise.resolve('opened');
};
