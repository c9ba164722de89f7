import { type BoxProps } from './types';

/** A box: HTML's own element. */
export function Box({
  as: Element = 'div',
  label,
  labelledBy,
  live,
  decorative,
  percent,
  scrolls = false,
  ...rest
}: BoxProps) {
  return (
    <Element
      {...rest}
      {...(scrolls ? { tabIndex: 0 } : {})}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-live={live}
      aria-hidden={decorative ? true : undefined}
      {...(percent === undefined
        ? {}
        : { 'aria-valuenow': Math.round(percent), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
    />
  );
}
