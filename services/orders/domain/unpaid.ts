import { type CityRules } from '#shared/contracts/cityRules';
import { type OrderId } from '#shared/contracts/ids';

/**
 * What an account may leave unpaid at a time (rule 2). It has one slot per order that it may leave unpaid; an order with more units than
 * one slot stands for takes several, so that neither orders nor units become too many.
 */
export type UnpaidCap = {
  /** Orders that a leader places for neighbours are counted apart from the leader's own. */
  readonly whose: 'own' | 'neighbours';
  readonly orders: number;
  readonly units: number;
};

export const unpaidCapOf = (rules: CityRules, isForNeighbour: boolean): UnpaidCap =>
  isForNeighbour
    ? { whose: 'neighbours', orders: rules.unpaidOrdersForNeighbours, units: rules.unpaidUnitsForNeighbours }
    : { whose: 'own', orders: rules.unpaidOrders, units: rules.unpaidUnits };

/** How many slots an order of so many units takes; more than there are, and it is too large for one order. */
export const slotsNeeded = (units: number, cap: UnpaidCap): number =>
  Math.max(1, Math.ceil((units * cap.orders) / cap.units));

/**
 * Slots for an order that are not among `taken`; undefined when too few are free. Where they begin follows from the order's id: orders
 * that are placed at the same time seldom choose the same.
 */
export function chooseSlots(
  orderId: OrderId,
  needed: number,
  { whose, orders }: UnpaidCap,
  taken: ReadonlySet<string> = new Set(),
): string[] | undefined {
  const slots: string[] = [];
  const first = numberOf(orderId) % orders;
  for (let at = 0; at < orders && slots.length < needed; at += 1) {
    const slot = `${whose}:${(first + at) % orders}`;
    if (!taken.has(slot)) slots.push(slot);
  }
  return slots.length === needed ? slots : undefined;
}

const numberOf = (id: string): number => {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0x7fff_ffff;
  return sum;
};
