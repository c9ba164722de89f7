import { QueryClientProvider } from '@tanstack/react-query';
import { useDidHide, useDidShow, usePageNotFound } from '@tarojs/taro';
import { type PropsWithChildren } from 'react';
// Before any page: the badge on the cart is counted wherever the app is opened.
import './client/cart';
import { useOwnCityClock } from './client/city';
import { flushQueue } from './client/queue';
import { appHidden, appShown, queryClient } from './client/queries';
import { realtime } from './client/realtime';
import { showToast } from './design/components/Toast';
import { designTexts } from './design/designTexts';
import { translateNow } from './i18n/texts';
import { onPageAwaited } from './platform/awaitedPage';
import { keepApp } from './platform/keepApp';
import { replacePage } from './platform/navigate';
import { returnToWhereLeft } from './platform/openExternal';
import './design/styles/app.scss';

returnToWhereLeft();
keepApp();
onPageAwaited(() => showToast(translateNow(designTexts)('pageAwaited'), 'problem'));

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
  usePageNotFound(() => replacePage('/pages/not-found/index'));
  return (
    <QueryClientProvider client={queryClient}>
      <OwnCityClock />
      {children}
    </QueryClientProvider>
  );
}
