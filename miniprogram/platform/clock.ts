import { useEffect, useState } from 'react';

let offsetMs = 0;

/** Learns the server's time from a reply's `Date` header, so that a wrong phone clock shows no wrong countdown. */
export const learnServerTime = (dateHeader: string): void => {
  const server = Date.parse(dateHeader);
  const difference = server - Date.now();
  // The header has whole seconds: smaller differences are only rounding and travel time.
  if (!Number.isNaN(server) && Math.abs(difference - offsetMs) > 2000) offsetMs = difference;
};

/** The server's time in milliseconds, as well as this device knows it. */
export const serverNow = (): number => Date.now() + offsetMs;

/** The server's time, rendered anew every `everyMs`. */
export const useNow = (everyMs: number): number => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};

/** As long as a browser's timer can wait. */
const longestMs = 2_000_000_000;

/** Whether `instant` (ISO-8601) has come by the server's clock; rendered anew when it comes. */
export const useReached = (instant: string): boolean => {
  const at = Date.parse(instant);
  const [, look] = useState(0);
  const leftMs = at - serverNow();
  useEffect(() => {
    if (leftMs <= 0) return undefined;
    const timer = setTimeout(() => look((times) => times + 1), Math.min(leftMs, longestMs));
    return () => clearTimeout(timer);
  });
  return leftMs <= 0;
};
