import { type AccountId, type CycleId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { unitsByOffer } from './allotment';
import { type Hold } from './hold';
import { type StockLine } from './reservation';

/** One attempt of one order to hold stock: a hold in each offer of its lines. */
export type Taking = {
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly cycleId: CycleId;
  readonly take: string;
  /** The try to place the order that asks first. */
  readonly placing?: string | undefined;
  readonly lines: readonly StockLine[];
  /** Those of its offers that have a per-shopper limit. */
  readonly limited: readonly OfferId[];
  readonly at: Date;
  readonly expiresAt: Date;
  /** Its offers as they were seen: held only while they are the same. Absent: whatever they say now. */
  readonly versions?: ReadonlyMap<OfferId, number>;
};

/** A hold and the offer that it lies in, or is to lie in. */
export type PlacedHold = {
  readonly offerId: OfferId;
  readonly hold: Hold;
  /** Of the offer, where it must still have this one. */
  readonly version?: number | undefined;
};

/** One hold in each offer, however many lines of the order are of it. */
export const holdsOf = (taking: Taking): PlacedHold[] => {
  const { orderId, accountId, take, lines, limited, at, expiresAt, versions } = taking;
  return [...unitsByOffer(lines)].map(([offerId, units]) => ({
    offerId,
    version: versions?.get(offerId),
    hold: {
      orderId,
      take,
      units,
      at,
      expiresAt,
      ...(limited.includes(offerId) ? { countedFor: accountId } : {}),
    },
  }));
};

export function byOffer<T extends { readonly offerId: OfferId }>(items: readonly T[]): Map<OfferId, T[]> {
  const groups = new Map<OfferId, T[]>();
  for (const item of items) {
    const group = groups.get(item.offerId);
    if (group) group.push(item);
    else groups.set(item.offerId, [item]);
  }
  return groups;
}
