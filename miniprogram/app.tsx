import { QueryClientProvider } from '@tanstack/react-query';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { type PropsWithChildren } from 'react';
import { useOwnCityClock } from './client/city';
import { flushQueue } from './client/queue';
import { appHidden, appShown, queryClient } from './client/queries';
import { realtime } from './client/realtime';
import './design/styles/app.scss';

function OwnCityClock() {
  useOwnCityClock();
  return null;
}

/** What all pages share. Coming to the front asks anew what may have changed unseen. */
export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    appShown();
    realtime.resync();
    void flushQueue();
  });
  useDidHide(appHidden);
  return (
    <QueryClientProvider client={queryClient}>
      <OwnCityClock />
      {children}
    </QueryClientProvider>
  );
}
