/** Tells `listen` whether there is a network: now, and whenever that changes. */
export const watchNetwork = (listen: (online: boolean) => void): void => {
  listen(window.navigator.onLine);
  window.addEventListener('online', () => listen(true));
  window.addEventListener('offline', () => listen(false));
};
