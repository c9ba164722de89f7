import { useEffect, useRef } from 'react';
import { useStaleStore } from '@/platform/staleness';
import { accessToken } from '../api';
import { useSessionStore } from '../session';
import { topicKey, type Topic, type TopicListener } from './messages';
import { openSocket } from './open';
import { createRealtime } from './realtime';

export { withEtas } from './etas';
export { type ServerMessage, type Snapshot, type Topic } from './messages';

/** The app's one live connection. */
export const realtime = createRealtime({
  open: openSocket,
  onStale: (stale) => useStaleStore.setState({ stale }),
  renew: () => accessToken(true),
});

useSessionStore.subscribe((now, before) => {
  if (now.session?.accountId !== before.session?.accountId) realtime.reconnect();
});

/** Follows `topic` while the component is shown; nothing while it is undefined. */
export const useFollow = (topic: Topic | undefined, listener: TopicListener): void => {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  const key = topic && topicKey(topic);
  useEffect(() => {
    if (key === undefined) return undefined;
    return realtime.follow(JSON.parse(key) as Topic, {
      onSnapshot: (snapshot) => latest.current.onSnapshot?.(snapshot),
      onMessage: (message) => latest.current.onMessage?.(message),
      onRefused: (code) => latest.current.onRefused?.(code),
    });
  }, [key]);
};
