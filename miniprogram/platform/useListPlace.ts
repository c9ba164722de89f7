import Taro, { usePageScroll } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Once the focus has found its new place, which it brings into sight. A page that is gone meanwhile is not scrolled. */
const scrollTo = (scrollTop: number): void => {
  setTimeout(() => {
    Taro.pageScrollTo({ scrollTop, duration: 0 }).catch(() => undefined);
  });
};

/** What takes a list's place begins at its top; the list is found again where it was left. */
export const useListPlace = (replaced: boolean): void => {
  const here = useRef(0);
  const left = useRef<number | undefined>(undefined);
  usePageScroll(({ scrollTop }) => {
    here.current = scrollTop;
  });
  useEffect(() => {
    if (replaced) {
      left.current = here.current;
      scrollTo(0);
    } else if (left.current !== undefined) scrollTo(left.current);
  }, [replaced]);
};
