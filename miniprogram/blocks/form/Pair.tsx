import { type ReactNode } from 'react';
import { Box } from '@/design/primitives/Box';
import './form.scss';

/** Fields that belong together: side by side where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <Box className="form-pair">{children}</Box>;
}
