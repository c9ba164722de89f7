/** Keeps the app on this device, once it has nothing more urgent to do, so that it opens without a signal, too. */
export const keepApp = (): void => {
  if (!('serviceWorker' in window.navigator)) return;
  // Without it the app works as before, as long as there is a signal.
  const register = () => void window.navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  const whenIdle = () =>
    typeof window.requestIdleCallback === 'function' ? window.requestIdleCallback(register) : register();
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
};
