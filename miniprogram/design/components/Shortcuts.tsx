import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

export type Shortcut = {
  readonly text: string;
  readonly icon: IconName;
  readonly onTap: () => void;
  /** How much waits there; nothing is shown of nothing. */
  readonly count?: number | undefined;
};

/** Pages that are one tap away. */
export function Shortcuts({ label, shortcuts }: { label: string; shortcuts: readonly Shortcut[] }) {
  return (
    <Box as="nav" label={label} className="lt-shortcuts">
      {shortcuts.map(({ text, icon, onTap, count = 0 }) => (
        <Tap key={text} role="link" className="lt-shortcut" onTap={onTap}>
          <Icon name={icon} className="lt-shortcut__icon" />
          <Words>{text}</Words>
          {count > 0 && <Words className="lt-shortcut__count">{count}</Words>}
        </Tap>
      ))}
    </Box>
  );
}
