import { View } from '@tarojs/components';
import { type TapProps } from './types';

/** Something to tap: a view that answers the finger and names itself to the platform's screen reader. */
export function Tap({
  onTap,
  className,
  style,
  id,
  label,
  disabled = false,
  role = 'button',
  children,
}: TapProps) {
  return (
    <View
      className={`lt-tap ${className ?? ''} ${disabled ? 'lt-tap--disabled' : ''}`}
      style={style ?? {}}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { ariaLabel: label })}
      ariaRole={role}
      hoverClass={disabled ? 'none' : 'lt-tap--pressed'}
      onClick={(event) => {
        event.stopPropagation();
        if (!disabled) onTap();
      }}
    >
      {children}
    </View>
  );
}
