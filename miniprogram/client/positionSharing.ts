import { create } from 'zustand';
import { type RouteId } from '#shared/contracts/ids';
import { serverNow } from '@/platform/clock';
import { watchPosition } from '@/platform/watchPosition';
import { api } from './api';
import { realtime } from './realtime';

type Position = { readonly lat: number; readonly lng: number };
type Sharing = {
  /** `refused`: the phone does not tell where it is. */
  readonly state: 'off' | 'sharing' | 'refused';
  readonly routeId: RouteId | undefined;
  readonly position: Position | undefined;
  /** When the phone was there, by the server's clock in milliseconds. */
  readonly seenAt: number | undefined;
};

/** One report in so many milliseconds at the most. */
const everyMs = 5000;
const off: Sharing = { state: 'off', routeId: undefined, position: undefined, seenAt: undefined };
const useSharingStore = create<Sharing>(() => off);

let stopWatching: (() => void) | undefined;
let sentAt = 0;
let due: ReturnType<typeof setTimeout> | undefined;

const send = () => {
  due = undefined;
  const { routeId, position } = useSharingStore.getState();
  if (routeId === undefined || position === undefined) return;
  sentAt = serverNow();
  const report = { position, at: new Date(sentAt).toISOString() };
  if (realtime.report('report_position', { routeId, ...report })) return;
  // Lost without a signal: the next position replaces it.
  api.delivery.reportPosition({ params: { routeId }, body: report }).catch(() => undefined);
};

const moved = (position: Position) => {
  useSharingStore.setState({ state: 'sharing', position, seenAt: serverNow() });
  due ??= setTimeout(send, Math.max(0, sentAt + everyMs - serverNow()));
};

/** Shares where this phone is while `routeId` is under way, also when other pages are looked at; nothing ends it. */
export const sharePosition = (routeId: RouteId | undefined): void => {
  if (useSharingStore.getState().routeId === routeId) return;
  stopWatching?.();
  stopWatching = undefined;
  clearTimeout(due);
  due = undefined;
  useSharingStore.setState({ ...off, routeId });
  if (routeId !== undefined)
    stopWatching = watchPosition(moved, () => useSharingStore.setState({ state: 'refused' }));
};

/** Whether and what is shared at this moment. */
export const useSharing = (): Sharing => useSharingStore();
