import { type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

export type Tone = 'leaf' | 'tomato' | 'yolk' | 'sky' | 'plain';

/** A small fact about a thing: flash, chilled, formed. Not to be tapped; see `Chip`. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <Box className={`lt-tag lt-tag--${tone}`}>
      {icon && <Icon name={icon} />}
      <Words>{children}</Words>
    </Box>
  );
}
