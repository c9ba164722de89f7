import { create } from 'zustand';
import { watchNetwork } from './network';

const useOnlineStore = create<{ online: boolean }>(() => ({ online: true }));

watchNetwork((online) => useOnlineStore.setState({ online }));

/** Whether there is a network, as far as the platform knows. */
export const useOnline = (): boolean => useOnlineStore((state) => state.online);

export const isOnline = (): boolean => useOnlineStore.getState().online;

/** Calls `listen` each time that the network comes back; gives the way to stop. */
export const onBackOnline = (listen: () => void): (() => void) =>
  useOnlineStore.subscribe((now, before) => {
    if (now.online && !before.online) listen();
  });
