import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';

type Params = Readonly<Record<string, string | undefined>>;

/**
 * What this page was opened with. A link to it that is opened while it is there already (a main page always is) only changes the
 * address: no page is made anew.
 */
export const usePageParams = (): Params => {
  const { params, path } = useRouter();
  const [later, setLater] = useState<Params | undefined>();
  useEffect(() => {
    const [own] = path.split('?');
    const look = () => {
      const [page, query] = window.location.hash.slice(1).split('?');
      if (page === own && query !== undefined) setLater(Object.fromEntries(new URLSearchParams(query)));
    };
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [path]);
  return later ?? params;
};
