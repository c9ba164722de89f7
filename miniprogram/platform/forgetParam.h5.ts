/** Takes one value that this page was opened with out of the address: a reload or a bookmark does not ask for it again. */
export const forgetParam = (name: string): void => {
  const { history, location } = window;
  const [page = '', query = ''] = location.hash.split('?');
  const params = new URLSearchParams(query);
  params.delete(name);
  const rest = params.toString();
  history.replaceState(
    history.state,
    '',
    `${location.pathname}${location.search}${page}${rest && `?${rest}`}`,
  );
};
