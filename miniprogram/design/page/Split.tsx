import { type ReactNode } from 'react';
import { Box } from '../primitives/Box';

type SplitProps = { list: ReactNode; detail: ReactNode; detailLabel: string };

/** A list and, on a wide screen, what was chosen from it beside it: it stays in sight while the list is scrolled. */
export function Split({ list, detail, detailLabel }: SplitProps) {
  return (
    <Box className="lt-split">
      <Box className="lt-column lt-split__list">{list}</Box>
      <Box as="section" label={detailLabel} className="lt-split__detail">
        {detail}
      </Box>
    </Box>
  );
}
