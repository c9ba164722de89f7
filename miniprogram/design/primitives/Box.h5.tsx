import { type BoxProps } from './types';

/** A box: HTML's own element. */
export function Box({
  as: Element = 'div',
  label,
  labelledBy,
  live,
  decorative,
  percent,
  ...rest
}: BoxProps) {
  return (
    <Element
      {...rest}
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
