import { useRef, useState } from 'react';
import { bringIntoSight } from './focus';
import { type TapProps } from './types';
import { useSuccessor } from './useSuccessor';

const state = (role: TapProps['role'], chosen: boolean | undefined) => {
  if (chosen === undefined) return {};
  if (role === 'tab' || role === 'option') return { 'aria-selected': chosen };
  if (role === 'radio' || role === 'switch') return { 'aria-checked': chosen };
  if (role === 'link') return { 'aria-current': chosen ? ('page' as const) : undefined };
  return { 'aria-pressed': chosen };
};

/** A disabled button loses the focus at once: one that has it only says that it is. */
const disabling = (disabled: boolean, focused: boolean) =>
  disabled && focused ? { 'aria-disabled': true } : { disabled };

/** Something to tap: a real button, so keyboards and screen readers work by themselves. */
export function Tap(props: TapProps) {
  const { onTap, label, role, chosen, expanded, disabled = false, className, children, ...rest } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [focused, setFocused] = useState(false);
  useSuccessor(button);
  return (
    <button
      {...rest}
      {...disabling(disabled, focused)}
      ref={button}
      type="button"
      className={`lt-tap ${disabled ? 'lt-tap--disabled' : ''} ${className ?? ''}`}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-expanded={expanded}
      {...state(role, chosen)}
      onFocus={({ currentTarget }) => {
        setFocused(true);
        bringIntoSight(currentTarget);
      }}
      onBlur={() => setFocused(false)}
      onClick={(event) => {
        event.stopPropagation();
        if (!disabled) onTap();
      }}
    >
      {children}
    </button>
  );
}
