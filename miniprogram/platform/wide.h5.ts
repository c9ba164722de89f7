import { useSyncExternalStore } from 'react';

const query = '(min-width: 900px)';
const matches = () => typeof window.matchMedia === 'function' && window.matchMedia(query).matches;
const watch = (listen: () => void) => {
  if (typeof window.matchMedia !== 'function') return () => undefined;
  const list = window.matchMedia(query);
  list.addEventListener('change', listen);
  return () => list.removeEventListener('change', listen);
};

/** Whether the screen has room for a list and what was chosen side by side; the width of `@media (min-width: 900px)`. */
export const useWide = (): boolean => useSyncExternalStore(watch, matches);
