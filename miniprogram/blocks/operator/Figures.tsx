import { type ReactNode } from 'react';
import { formatCount } from '@/design/format/count';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import './figures.scss';

/** A few numbers side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <Box as="ul" className="operator-figures">
      {children}
    </Box>
  );
}

/** One number and what it counts. */
export function Figure({ name, children, tone = '' }: { name: string; children: ReactNode; tone?: string }) {
  return (
    <Box as="li" className={`operator-figure ${tone}`}>
      <Words className="operator-figure__value lt-number">
        {typeof children === 'number' ? formatCount(children) : children}
      </Words>
      <Words className="lt-small lt-soft">{name}</Words>
    </Box>
  );
}
