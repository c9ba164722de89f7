import { useEffect, useState } from 'react';

const pauseMs = 250;

/** `value` once it has stood still for a moment: words are looked up when somebody stops typing. */
export const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
