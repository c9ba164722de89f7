import { type ReactNode } from 'react';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';

/** One number of the day, with what it counts. */
export function Figure({ name, children, tone = '' }: { name: string; children: ReactNode; tone?: string }) {
  return (
    <Box className={`today-figure ${tone}`}>
      <Words className="today-figure__value lt-number">{children}</Words>
      <Words className="lt-small lt-soft">{name}</Words>
    </Box>
  );
}
