const key = 'lintuan:left-at';
/** Browsers forget the oldest entries beyond this. */
const mostEntries = 50;

/** Added to the address that the other page leads back to. */
export const returned = 'returned=1';

/** Leaves for another page, which leads back here by itself, to an address with `returned`. */
export const leaveFor = (url: string): Promise<'opened' | 'copied'> => {
  const { history, location, sessionStorage } = window;
  // What lay ahead is forgotten with a new entry: only then their number tells where this page stands.
  history.pushState(history.state, '', location.href);
  try {
    sessionStorage.setItem(key, String(history.length));
  } catch {
    // Forbidden: Back will lead over the other page.
  }
  location.replace(url);
  return Promise.resolve('opened');
};

/**
 * When the other page has just led back, goes back to the page that was left: whoever then goes on backwards must not come to the other
 * page again, where it would all begin anew.
 */
export const returnToWhereLeft = (): void => {
  const { history, location, sessionStorage } = window;
  let entries = 0;
  try {
    entries = Number(sessionStorage.getItem(key) ?? 0);
    sessionStorage.removeItem(key);
  } catch {
    // Forbidden: stays where it is.
  }
  if (entries === 0 || history.length >= mostEntries || !location.hash.includes(returned)) return;
  // The page that was left stands just before the first entry of the other one.
  const steps = history.length - entries + 1;
  if (steps > 0) history.go(-steps);
};

/** Opens another page beside this one; `blocked` when the browser wants a fresh tap for that. */
export const openBeside = (url: string): Promise<'opened' | 'copied' | 'blocked'> =>
  Promise.resolve(window.open(url, '_blank') === null ? 'blocked' : 'opened');
