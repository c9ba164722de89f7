import { type ReactNode } from 'react';
import { classNames } from '../classNames';
import { Icon, type IconName } from '../icon/Icon';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';
import './chip.scss';

type ChipProps = {
  onTap: () => void;
  chosen?: boolean;
  icon?: IconName;
  children: ReactNode;
  role?: 'button' | 'tab' | 'radio';
};

/** A choice among others, or a shortcut: categories, suggestions, filters. */
export function Chip({ onTap, chosen, icon, children, role = 'button' }: ChipProps) {
  return (
    <Tap
      onTap={onTap}
      chosen={chosen}
      role={role}
      className={classNames('lt-chip', chosen && 'lt-chip--chosen')}
    >
      {icon && <Icon name={icon} />}
      <Words>{children}</Words>
    </Tap>
  );
}
