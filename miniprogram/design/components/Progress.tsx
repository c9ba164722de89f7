import { Box } from '../primitives/Box';

type ProgressProps = {
  value: number;
  max: number;
  /** Spoken: what goes forward. */ label: string;
  tone?: 'leaf' | 'tomato';
};

/** How far something is, e.g. a group buy towards its target. */
export function Progress({ value, max, label, tone = 'leaf' }: ProgressProps) {
  const percent = max <= 0 ? 100 : Math.min(100, (value / max) * 100);
  return (
    <Box role="progressbar" label={label} percent={percent} className="lt-progress">
      <Box className={`lt-progress__done lt-progress__done--${tone}`} style={{ width: `${percent}%` }} />
    </Box>
  );
}
