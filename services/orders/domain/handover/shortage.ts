import { type LineId, type OrderId, type SkuId } from '#shared/contracts/ids';
import { type Order } from '../order';

/** Units of each line that are really there. */
export type Share = { readonly orderId: OrderId; readonly lineId: LineId; readonly units: number };

/** Whose order waits for goods, with what their turn follows from. */
export type Sharer = Pick<Order, 'id' | 'lines'> & {
  readonly paidAt: Date;
  /** When the shopper was left short the last time; undefined: never. */
  readonly shortedAt: Date | undefined;
};

/**
 * The published rule (rule 9) by which goods that came short are shared out at one pickup point: whoever was left short before
 * comes first (the latest shortage foremost), then whoever paid earlier; the order id decides what is left. Each line is
 * served as far as the goods go.
 */
export function shareOut(sharers: readonly Sharer[], received: ReadonlyMap<SkuId, number>): Share[] {
  const left = new Map(received);
  return [...sharers].sort(byTurn).flatMap(({ id, lines }) =>
    lines
      .filter(({ allocated }) => allocated > 0)
      .map(({ lineId, offer, allocated }) => {
        const there = left.get(offer.skuId) ?? 0;
        const units = Math.min(allocated, there);
        left.set(offer.skuId, there - units);
        return { orderId: id, lineId, units };
      }),
  );
}

function byTurn(a: Sharer, b: Sharer): number {
  const shorted = (b.shortedAt?.getTime() ?? 0) - (a.shortedAt?.getTime() ?? 0);
  return shorted || a.paidAt.getTime() - b.paidAt.getTime() || (a.id < b.id ? -1 : 1);
}
