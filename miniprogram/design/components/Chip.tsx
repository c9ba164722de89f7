import { type ReactNode } from 'react';
import { classNames } from '../classNames';
import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

type ChipProps = {
  onTap: () => void;
  chosen?: boolean;
  icon?: IconName;
  /** A `Picture`, shown small and round before the words. */
  picture?: ReactNode;
  children: ReactNode;
  role?: 'button' | 'tab' | 'radio';
};

/** A choice among others, or a shortcut: categories, suggestions, filters. */
export function Chip({ onTap, chosen, icon, picture, children, role = 'button' }: ChipProps) {
  return (
    <Tap
      onTap={onTap}
      chosen={chosen}
      role={role}
      className={classNames('lt-chip', Boolean(picture) && 'lt-chip--pictured', chosen && 'lt-chip--chosen')}
    >
      {picture && <Box className="lt-chip__picture">{picture}</Box>}
      {icon && <Icon name={icon} />}
      <Words>{children}</Words>
    </Tap>
  );
}
