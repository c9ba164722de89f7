/** Calls `listen` when another window of the same browser has changed what is kept under `key`. */
export const watchStored = (key: string, listen: () => void): void =>
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) listen();
  });
