import { type WordsProps } from './types';

/** Words: HTML's own element. */
export function Words({ as: Element = 'span', label, decorative, selectable, ...rest }: WordsProps) {
  return (
    <Element
      {...rest}
      {...(label === undefined ? {} : { role: 'img', 'aria-label': label })}
      aria-hidden={decorative ? true : undefined}
      data-selectable={selectable ? 'true' : undefined}
    />
  );
}
