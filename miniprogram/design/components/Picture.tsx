import { useState } from 'react';
import { classNames } from '../classNames';
import { Icon } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Photo } from '../primitives/Photo';

type PictureProps = {
  /** Nothing: the plate stays empty. */
  src: string | undefined;
  /** What it shows; empty where words beside it say so. */
  alt: string;
  /** Height by width; 1 is a square. */
  ratio?: number;
  /** First on the screen: load at once. */
  eager?: boolean;
  round?: boolean;
  /** Nothing of it is cut off, whatever its shape: it is evidence. */
  whole?: boolean;
  className?: string;
};

/** A picture that keeps its place while it loads and when it fails. */
export function Picture(props: PictureProps) {
  const { src, alt, ratio = 1, eager = false, round = true, whole = false, className } = props;
  const [failed, setFailed] = useState(false);
  return (
    <Box
      className={classNames('lt-picture', round && 'lt-picture--round', className)}
      style={{ paddingTop: `${ratio * 100}%` }}
    >
      {src !== undefined && !failed ? (
        <Photo
          className="lt-picture__photo"
          src={src}
          alt={alt}
          eager={eager}
          fit={whole ? 'contain' : 'cover'}
          onError={() => setFailed(true)}
        />
      ) : (
        <Box decorative className="lt-picture__plate">
          <Icon name="leaf" />
        </Box>
      )}
    </Box>
  );
}
