import { type AccountId, type CycleId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { unitsByOffer } from './allotment';
import { type Hold } from './offer';
import { type StockLine } from './reservation';

/** One attempt of one order to hold stock: a hold in each offer of its lines. */
export type Taking = {
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly cycleId: CycleId;
  readonly take: string;
  readonly lines: readonly StockLine[];
  /** Those of its offers that have a per-shopper limit. */
  readonly limited: readonly OfferId[];
  readonly at: Date;
  readonly expiresAt: Date;
};

/** A hold and the offer that it lies in, or is to lie in. */
export type PlacedHold = { readonly offerId: OfferId; readonly hold: Hold };

export const holdsOf = ({ orderId, accountId, take, lines, limited, at, expiresAt }: Taking): PlacedHold[] =>
  [...unitsByOffer(lines)].map(([offerId, units]) => ({
    offerId,
    hold: {
      orderId,
      take,
      units,
      at,
      expiresAt,
      ...(limited.includes(offerId) ? { countedFor: accountId } : {}),
    },
  }));

export function byOffer<T extends { readonly offerId: OfferId }>(items: readonly T[]): Map<OfferId, T[]> {
  const groups = new Map<OfferId, T[]>();
  for (const item of items) {
    const group = groups.get(item.offerId);
    if (group) group.push(item);
    else groups.set(item.offerId, [item]);
  }
  return groups;
}
