import { type PhotoProps } from './types';

/** A picture: HTML's own, loaded when it comes near the screen. */
export function Photo({ eager = false, fit = 'cover', style, ...rest }: PhotoProps) {
  return (
    <img
      {...rest}
      style={{ objectFit: fit, ...style }}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
    />
  );
}
