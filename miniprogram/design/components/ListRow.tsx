import { type ReactNode } from 'react';
import { classNames } from '../classNames';
import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

type ListRowProps = {
  title: ReactNode;
  detail?: ReactNode;
  /** At the right: an amount, a tag, a switch. */
  trailing?: ReactNode;
  icon?: IconName;
  onTap?: () => void;
  danger?: boolean;
  /** What it leads to is shown beside the list. */
  chosen?: boolean;
};

/** One line of a list; with `onTap` the whole line is a button and shows where it leads. */
export function ListRow(props: ListRowProps) {
  const { title, detail, trailing, icon, onTap, danger = false, chosen = false } = props;
  const inside = (
    <>
      {icon && (
        <Box className="lt-list-row__icon">
          <Icon name={icon} />
        </Box>
      )}
      <Box className="lt-grow">
        <Box className="lt-list-row__title">
          <Words>{title}</Words>
        </Box>
        {detail !== undefined && (
          <Box className="lt-list-row__detail">
            <Words>{detail}</Words>
          </Box>
        )}
      </Box>
      {trailing !== undefined && <Box className="lt-list-row__trailing">{trailing}</Box>}
      {onTap && <Icon name="forward" className="lt-list-row__arrow" />}
    </>
  );
  const className = classNames(
    'lt-list-row',
    danger && 'lt-list-row--danger',
    chosen && 'lt-list-row--chosen',
  );
  if (!onTap) return <Box className={className}>{inside}</Box>;
  return (
    <Tap onTap={onTap} className={className}>
      {inside}
    </Tap>
  );
}
