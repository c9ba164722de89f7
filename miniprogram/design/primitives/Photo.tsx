import { Image } from '@tarojs/components';
import { type PhotoProps } from './types';

/** A picture: the platform's own, loaded when it comes near the screen. */
export function Photo({
  src,
  alt,
  className,
  style,
  eager = false,
  fit = 'cover',
  onLoad,
  onError,
}: PhotoProps) {
  return (
    <Image
      src={src}
      mode={fit === 'cover' ? 'aspectFill' : 'aspectFit'}
      lazyLoad={!eager}
      className={className ?? ''}
      style={style ?? {}}
      ariaLabel={alt}
      onLoad={() => onLoad?.()}
      onError={() => onError?.()}
    />
  );
}
