/** Takes what this page was opened with out of the address: a reload or a bookmark does not ask for it again. */
export const forgetQuery = (): void => {
  const { history, location } = window;
  const [page = ''] = location.hash.split('?');
  history.replaceState(history.state, '', `${location.pathname}${location.search}${page}`);
};
