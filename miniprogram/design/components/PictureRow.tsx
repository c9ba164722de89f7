import { type ReactNode } from 'react';
import { classNames } from '../classNames';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Picture } from './Picture';

type PictureRowProps = { src: string | undefined; chosen: boolean; onTap: () => void; children: ReactNode };

/** One thing of a list to choose from, with its picture. */
export function PictureRow({ src, chosen, onTap, children }: PictureRowProps) {
  return (
    <Tap onTap={onTap} className={classNames('lt-picture-row', chosen && 'lt-picture-row--chosen')}>
      <Thumbnail src={src} />
      {children}
    </Tap>
  );
}

/** The small picture of such a row. */
export function Thumbnail({ src }: { src: string | undefined }) {
  return (
    <Box className="lt-thumbnail">
      <Picture src={src} alt="" />
    </Box>
  );
}
