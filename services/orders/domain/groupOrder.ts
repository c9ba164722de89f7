import { type Bilingual } from '#shared/contracts/common';
import { type OrderStatus } from '#shared/contracts/events/orders';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CycleId,
  type GroupOrderId,
  type OfferId,
  type PickupPointId,
  type SkuId,
} from '#shared/contracts/ids';
import { type GroupTarget } from '#shared/contracts/internal/catalog';
import { earnsCommission, expectedCommissionFen } from './commission';
import { hasFormed, type OfferOutcome, Tally } from './cutoff/outcomes';
import { initialOf } from './orderEvents';
import { statusesFrom } from './lifecycle';
import { type OrderLine } from './line';
import { type Order } from './order';
import { People } from './people';
import { sumOf } from './refund';

export type GroupBuy = {
  readonly offerId: OfferId;
  readonly title: Bilingual;
  readonly target: GroupTarget;
  readonly status: 'open' | 'formed' | 'failed';
  readonly shoppers: number;
  readonly units: number;
  /** First characters of the latest members, newest first. */
  readonly initials: readonly string[];
  /** Rises with each change of this group buy. */
  readonly version: number;
};

/** An outcome with what the city's demand is summed up from. */
export type CutoffOutcome = OfferOutcome & {
  readonly skuId: SkuId;
  readonly title: Bilingual;
  readonly supplierMinimumUnits: number;
  readonly target?: GroupTarget;
};

export type GroupOrderStatus = 'gathering' | 'closed' | 'on_the_way' | 'received' | 'picking_up' | 'done';

/** One thing that a neighbour bought, as everybody may see it. */
export type RecentLine = {
  readonly initial: string;
  readonly title: Bilingual;
  readonly quantity: number;
  readonly at: Date;
};

/** Which group order it is: nothing of this changes. */
export type GroupOrderIdentity = {
  readonly id: GroupOrderId;
  readonly pickupPointId: PickupPointId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly cutoffAt: Date;
  /** City-local day. */
  readonly pickupDate: string;
};

/** All orders of one pickup point in one cycle. Everything but `cutoff` is computed anew from the orders. */
export type GroupOrder = GroupOrderIdentity & {
  readonly version: number;
  readonly status: GroupOrderStatus;
  readonly orders: number;
  readonly shoppers: number;
  readonly units: number;
  readonly totalFen: number;
  readonly expectedCommissionFen: number;
  readonly collected: number;
  readonly groupBuys: readonly GroupBuy[];
  readonly recent: readonly RecentLine[];
  /** What cutoff decided, once and for all. */
  readonly cutoff?: {
    readonly consolidationId: ConsolidationId;
    readonly outcomes: readonly CutoffOutcome[];
  };
};

/** What is read of an order to sum up its group. */
export type Member = Pick<
  Order,
  'accountId' | 'recipient' | 'onBehalfOf' | 'amounts' | 'refunds' | 'status'
> & {
  readonly lines: readonly OrderLine[];
  readonly paidAt: Date;
};

/** Statuses of orders that a group consists of: paid, and not ended without goods. */
export const livingStatuses = statusesFrom('paid');

const maxInitials = 12;
const maxRecent = 20;

/** A group without an order. */
export const emptyGroupOrder = (identity: GroupOrderIdentity): GroupOrder => ({
  ...identity,
  version: 0,
  status: 'gathering',
  orders: 0,
  shoppers: 0,
  units: 0,
  totalFen: 0,
  expectedCommissionFen: 0,
  collected: 0,
  groupBuys: [],
  recent: [],
});

/** Sums up a group, order by order, the latest paid first: bounded memory, however many there are. */
export class GroupSum {
  readonly #leader: AccountId | undefined;
  readonly #tally = new Tally();
  readonly #people = new People();
  readonly #shoppers = new Set<string>();
  readonly #initials = new Map<OfferId, Map<string, string>>();
  readonly #statuses = new Set<OrderStatus>();
  readonly #recent: RecentLine[] = [];
  #orders = 0;
  #units = 0;
  #totalFen = 0;
  #commissionFen = 0;
  #collected = 0;

  /** @param leader who leads the pickup point now */
  constructor(leader: AccountId | undefined) {
    this.#leader = leader;
  }

  add(order: Member): void {
    this.#orders += 1;
    const person = this.#people.learn(order);
    this.#shoppers.add(person);
    this.#statuses.add(order.status);
    this.#tally.add(order);
    this.#units += order.lines.reduce((sum, { allocated }) => sum + allocated, 0);
    this.#totalFen += order.amounts.totalFen - sumOf(order.refunds);
    if (earnsCommission(order, this.#leader)) this.#commissionFen += expectedCommissionFen(order);
    if (order.status === 'collected' || order.status === 'closed') this.#collected += 1;
    const initial = initialOf(order);
    for (const { offer, allocated } of order.lines) {
      if (offer.group && allocated > 0) this.#addInitial(offer.offerId, person, initial);
      if (allocated > 0 && this.#recent.length < maxRecent)
        this.#recent.push({ initial, title: offer.title, quantity: allocated, at: order.paidAt });
    }
  }

  /** `before` as the orders say it is now; the same object when nothing of it has changed. */
  apply(before: GroupOrder, now: Date): GroupOrder {
    const after: GroupOrder = {
      ...before,
      status: this.#status(before, now),
      orders: this.#orders,
      shoppers: this.#people.distinct(this.#shoppers).length,
      units: this.#units,
      totalFen: this.#totalFen,
      expectedCommissionFen: this.#commissionFen,
      collected: this.#collected,
      // After cutoff it stays as it was decided.
      groupBuys: before.cutoff ? before.groupBuys : this.#groupBuys(before),
      recent: this.#recent,
    };
    return same(summed(before), summed(after)) ? before : { ...after, version: before.version + 1 };
  }

  #addInitial(offerId: OfferId, person: string, initial: string): void {
    const known = this.#initials.get(offerId) ?? new Map<string, string>();
    if (known.size < maxInitials) known.set(person, initial);
    this.#initials.set(offerId, known);
  }

  #status({ cutoffAt }: GroupOrder, now: Date): GroupOrderStatus {
    const some = (...statuses: OrderStatus[]) => statuses.some((status) => this.#statuses.has(status));
    if (now < cutoffAt) return 'gathering';
    if (!some('paid', 'consolidated', 'in_transit', 'ready')) return 'done';
    if (some('collected', 'closed')) return 'picking_up';
    if (some('ready')) return 'received';
    return some('in_transit') ? 'on_the_way' : 'closed';
  }

  #groupBuys(before: GroupOrder): GroupBuy[] {
    return this.#tally
      .offers()
      .flatMap(({ offer, shoppers, units }) => {
        if (!offer.group) return [];
        const known = this.#initials.get(offer.offerId) ?? new Map<string, string>();
        const initials = this.#people.distinct(known.keys()).flatMap((person) => known.get(person) ?? []);
        const status = hasFormed(offer.group, { shoppers, units }) ? 'formed' : 'open';
        return [
          moved(before, {
            offerId: offer.offerId,
            title: offer.title,
            target: offer.group,
            status,
            shoppers,
            units,
            initials,
          }),
        ];
      })
      .concat(this.#deserted(before));
  }

  /** Group buys whose last member cancelled. */
  #deserted(before: GroupOrder): GroupBuy[] {
    const alive = new Set(this.#tally.offers().map(({ offer }) => offer.offerId));
    return before.groupBuys
      .filter(({ offerId }) => !alive.has(offerId))
      .map((buy) => moved(before, { ...buy, status: 'open', shoppers: 0, units: 0, initials: [] }));
  }
}

/** What cutoff decided, kept with the group before any order is told. */
export function decideGroup(
  before: GroupOrder,
  { consolidationId, outcomes }: NonNullable<GroupOrder['cutoff']>,
): GroupOrder {
  const decided = outcomes.flatMap(({ offerId, title, target, group, shoppers, units }) => {
    if (!target || !group) return [];
    const initials = before.groupBuys.find((buy) => buy.offerId === offerId)?.initials ?? [];
    return [moved(before, { offerId, title, target, status: group, shoppers, units, initials })];
  });
  const deserted = before.groupBuys
    .filter(({ offerId }) => !decided.some((buy) => buy.offerId === offerId))
    .map((buy) => moved(before, { ...buy, status: 'failed', shoppers: 0, units: 0, initials: [] }));
  return {
    ...before,
    version: before.version + 1,
    groupBuys: [...decided, ...deserted],
    cutoff: { consolidationId, outcomes },
  };
}

/** `next` with the version it has now: one more than before when anything of it moved. */
function moved({ groupBuys }: GroupOrder, next: Omit<GroupBuy, 'version'>): GroupBuy {
  const before = groupBuys.find(({ offerId }) => offerId === next.offerId);
  if (before && same(shown(before), shown(next))) return before;
  return { ...next, version: (before?.version ?? 0) + 1 };
}

const shown = ({ title, target, status, shoppers, units, initials }: Omit<GroupBuy, 'version'>) => [
  [title.zh, title.en, target.kind, target.count, status, shoppers, units],
  initials,
];

/** What is computed from the orders. */
const summed = (group: GroupOrder) => [
  [group.status, group.orders, group.shoppers, group.units, group.collected],
  [group.totalFen, group.expectedCommissionFen],
  group.groupBuys.map(({ offerId, version }) => [offerId, version]),
  group.recent.map(({ initial, title, quantity, at }) => [initial, title.zh, quantity, at]),
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
