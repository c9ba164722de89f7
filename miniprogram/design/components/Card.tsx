import { type ReactNode } from 'react';
import { classNames } from '../classNames';
import { Box } from '../primitives/Box';
import { type BoxElement } from '../primitives/types';

type CardProps = {
  children: ReactNode;
  as?: BoxElement;
  className?: string;
  /** Without inner space, for cards that begin with a picture or hold rows. */
  flush?: boolean;
  label?: string;
  labelledBy?: string;
};

/** A sheet of paper on the page: what belongs together. */
export function Card({ children, as = 'section', className, flush = false, label, labelledBy }: CardProps) {
  return (
    <Box
      as={as}
      label={label}
      labelledBy={labelledBy}
      className={classNames('lt-card', flush && 'lt-card--flush', className)}
    >
      {children}
    </Box>
  );
}
