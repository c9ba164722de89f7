import { Text, View } from '@tarojs/components';
import { type WordsProps } from './types';

const blocks = ['p', 'h1', 'h2', 'h3'];

/** Words: the platform's text, in a block of its own where HTML has one. */
export function Words({ as = 'span', className, style, id, label, selectable, children }: WordsProps) {
  const named = {
    className: `${className ?? ''}${as === 's' ? ' lt-struck' : ''}`,
    style: style ?? {},
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { ariaLabel: label }),
  };
  if (!blocks.includes(as))
    return (
      <Text {...named} userSelect={selectable ?? false}>
        {children}
      </Text>
    );
  return <View {...named}>{children}</View>;
}
