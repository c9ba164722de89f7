import { View } from '@tarojs/components';
import { type BoxProps } from './types';

/** A box: the platform's view. */
export function Box({ className, style, id, role, label, children }: BoxProps) {
  return (
    <View
      className={className ?? ''}
      style={style ?? {}}
      {...(id === undefined ? {} : { id })}
      {...(role === undefined ? {} : { ariaRole: role })}
      {...(label === undefined ? {} : { ariaLabel: label })}
    >
      {children}
    </View>
  );
}
