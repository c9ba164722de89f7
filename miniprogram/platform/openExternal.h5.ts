/** Leaves for another page; the way back is that page's business. */
export const leaveFor = (url: string): Promise<'opened' | 'copied'> => {
  window.location.assign(url);
  return Promise.resolve('opened');
};

/** Opens another page beside this one; `blocked` when the browser wants a fresh tap for that. */
export const openBeside = (url: string): Promise<'opened' | 'copied' | 'blocked'> =>
  Promise.resolve(window.open(url, '_blank') === null ? 'blocked' : 'opened');
