import { create } from 'zustand';

/** Whether what is shown may be older than what happened: the live connection is down or has not caught up. */
export const useStaleStore = create<{ stale: boolean }>(() => ({ stale: false }));

export const useStale = (): boolean => useStaleStore((state) => state.stale);
