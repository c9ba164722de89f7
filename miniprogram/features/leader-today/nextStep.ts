import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { type StopView } from '#shared/contracts/delivery/stopViews';

export type Pickup = { readonly ready: number; readonly collected: number; readonly overdue: number };

/** What a leader should do now. */
export type NextStep =
  | { readonly kind: 'receive'; readonly crates: number }
  | { readonly kind: 'hand_out'; readonly orders: number }
  | { readonly kind: 'overdue'; readonly orders: number }
  | { readonly kind: 'await_courier'; readonly eta: string | undefined }
  | { readonly kind: 'share'; readonly cutoffAt: string; readonly missing: number }
  | { readonly kind: 'rest' };

type Standing = {
  readonly stops: readonly StopView[];
  readonly pickup: Pickup;
  readonly groupOrders: readonly GroupOrderView[];
  /** Milliseconds. */
  readonly now: number;
};

/** Put down by the courier and not counted by the leader yet. */
export const awaitsReceipt = ({ status, receipt }: StopView): boolean =>
  status === 'handed_over' && receipt === undefined;

const isComing = ({ status }: StopView) => status === 'pending' || status === 'arrived';

/** The group order that takes orders at this moment. */
export const gathering = (groupOrders: readonly GroupOrderView[], now: number): GroupOrderView | undefined =>
  groupOrders.find(({ status, cutoffAt }) => status === 'gathering' && Date.parse(cutoffAt) > now);

/** Goods that stand around come first, then waiting neighbours, then what is on its way, then tomorrow. */
export const nextStep = ({ stops, pickup, groupOrders, now }: Standing): NextStep => {
  const toReceive = stops.filter(awaitsReceipt);
  if (toReceive.length > 0)
    return { kind: 'receive', crates: toReceive.reduce((sum, { crates }) => sum + crates.length, 0) };
  if (pickup.ready > pickup.overdue) return { kind: 'hand_out', orders: pickup.ready };
  if (pickup.overdue > 0) return { kind: 'overdue', orders: pickup.overdue };
  const coming = stops.find(isComing);
  if (coming) return { kind: 'await_courier', eta: coming.eta };
  const open = gathering(groupOrders, now);
  if (open)
    return {
      kind: 'share',
      cutoffAt: open.cutoffAt,
      missing: open.groupBuys.filter(({ status }) => status === 'open').length,
    };
  return { kind: 'rest' };
};
