import { useEffect, useState } from 'react';

const pauseMs = 250;

/** `value` once it has stood still for a moment: words are looked up when somebody stops typing. */
export const useDebounced = (value: string): string => {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return debounced;
};
