import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isTabAddress } from './routes';

type Params = Readonly<Record<string, string | undefined>>;

/** What the address says now, if it is a link to `page`. */
const linkTo = (page: string): Params | undefined => {
  const [open, query] = window.location.hash.slice(1).split('?');
  return open === page && query !== undefined ? Object.fromEntries(new URLSearchParams(query)) : undefined;
};

/**
 * What this page was opened with. Taro keeps the main pages, so a link to one that is there already only changes the address; every
 * other page is made anew for each link.
 */
export const usePageParams = (): Params => {
  const { params, path } = useRouter();
  const [later, setLater] = useState<Params | undefined>();
  useEffect(() => {
    const [own = ''] = path.split('?');
    if (!isTabAddress(own)) return;
    const look = () => setLater((before) => linkTo(own) ?? before);
    // A link may have been opened after Taro had made this page and before this page listens.
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [path]);
  return later ?? params;
};
