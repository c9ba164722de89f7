import { type ReactNode } from 'react';
import { useTexts } from '@/i18n/texts';
import { classNames } from '../classNames';
import { designTexts } from '../designTexts';
import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

type ButtonProps = {
  onTap: () => void;
  children?: ReactNode;
  /** `primary`: the one thing to do here. `quiet`: words only. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'normal' | 'big';
  icon?: IconName;
  /** At work: shown, and not to be tapped again. */
  busy?: boolean;
  disabled?: boolean;
  /** As wide as its place. */
  block?: boolean;
  /** Spoken name, for a button with an icon only. */
  label?: string;
  id?: string;
};

/** A button; at least 44 px high (60 in large-type mode). */
export function Button(props: ButtonProps) {
  const {
    onTap,
    children,
    kind = 'primary',
    size = 'normal',
    icon,
    busy = false,
    disabled = false,
    block = false,
  } = props;
  const t = useTexts(designTexts);
  return (
    <Tap
      id={props.id}
      onTap={onTap}
      disabled={disabled || busy}
      label={busy ? t('busy') : props.label}
      className={classNames(
        'lt-button',
        `lt-button--${kind}`,
        `lt-button--${size}`,
        block && 'lt-button--block',
      )}
    >
      {busy ? <Box decorative className="lt-button__wheel" /> : icon && <Icon name={icon} />}
      {children !== undefined && <Words>{children}</Words>}
    </Tap>
  );
}
