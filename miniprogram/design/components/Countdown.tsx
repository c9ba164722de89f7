import { useEffect, useRef } from 'react';
import { useLanguage } from '@/i18n/language';
import { useNow } from '@/platform/clock';
import { formatClock, formatSpan } from '../format/measure';
import { Words } from '../primitives/Words';

type CountdownProps = {
  /** An instant, ISO-8601. */
  until: string;
  /** Called once when it is reached. */
  onEnd?: () => void;
  className?: string;
};

const dayMs = 24 * 3_600_000;

/** The time left by the server's clock: `02:13:45`, in words above a day. */
export function Countdown({ until, onEnd, className }: CountdownProps) {
  const language = useLanguage();
  const left = Date.parse(until) - useNow(1000);
  const ended = left <= 0;
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (ended) end.current?.();
  }, [ended]);
  return (
    <Words className={`lt-number ${className ?? ''}`}>
      {left > dayMs ? formatSpan(left, language) : formatClock(left)}
    </Words>
  );
}
