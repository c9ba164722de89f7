import { type TapProps } from './types';

const state = (role: TapProps['role'], chosen: boolean | undefined) => {
  if (chosen === undefined) return {};
  if (role === 'tab' || role === 'option') return { 'aria-selected': chosen };
  if (role === 'radio' || role === 'switch') return { 'aria-checked': chosen };
  return { 'aria-pressed': chosen };
};

/** Something to tap: a real button, so keyboards and screen readers work by themselves. */
export function Tap({ onTap, label, role, chosen, expanded, className, children, ...rest }: TapProps) {
  return (
    <button
      {...rest}
      type="button"
      className={`lt-tap ${className ?? ''}`}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-expanded={expanded}
      {...state(role, chosen)}
      onClick={(event) => {
        event.stopPropagation();
        onTap();
      }}
    >
      {children}
    </button>
  );
}
