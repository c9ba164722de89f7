import { useEffect, useState } from 'react';
import { forgetPicture } from '@/platform/pictureFile';
import { type DrawnPoster, drawPoster } from './drawPoster';
import { type PosterContent } from './types';

type Kept = DrawnPoster & { readonly of: string };

/** The poster as a picture: drawn when it is first wanted, and anew after what it says has changed. */
export const usePoster = (content: PosterContent) => {
  const of = JSON.stringify(content);
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    if (kept) return () => forgetPicture(kept.file);
    return undefined;
  }, [kept]);
  const drawn = kept?.of === of ? kept : undefined;
  const draw = async (): Promise<DrawnPoster> => {
    if (drawn) return drawn;
    const made = { ...(await drawPoster(content)), of };
    setKept(made);
    return made;
  };
  return { drawn, draw };
};
