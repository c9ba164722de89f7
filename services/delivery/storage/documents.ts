import { type Bilingual, type Position } from '#shared/contracts/common';
import { type CourierView, type FacilityView } from '#shared/contracts/delivery/fleet';
import { type HandOut, type PickupStatus } from '#shared/contracts/delivery/pickupViews';
import { type PlanStatus } from '#shared/contracts/delivery/planning';
import { type Payer } from '#shared/contracts/events/orderFacts';
import { type OrderStatus } from '#shared/contracts/events/orders';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CycleId,
  type DiscrepancyId,
  type FacilityId,
  type GroupOrderId,
  type OfferId,
  type OrderId,
  type PhotoId,
  type PickupPointId,
  type RedemptionId,
  type RouteId,
  type StopId,
} from '#shared/contracts/ids';
import { type Money } from '#shared/contracts/money';
import { type GroupOrderStatus } from '#shared/contracts/realtime';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type PackedCrate } from '../domain/crates';
import { type CountedDifference, type Received } from '../domain/receipt';
import { type Route, type Stop } from '../domain/route';

/** Events that wait to be published, written with what they tell of. */
type WithOutbox = { readonly outbox?: readonly OutboxEvent[] };

export type PickupPointDoc = WithOutbox & {
  readonly _id: PickupPointId;
  readonly cityId: CityId;
  readonly name: Bilingual;
  readonly address: string;
  readonly location: { readonly type: 'Point'; readonly coordinates: readonly [number, number] };
  readonly openingHours: readonly { readonly from: string; readonly to: string }[];
  readonly coldStorage: boolean;
  readonly capacityPerDay: number;
  readonly open: boolean;
  readonly leader?: { readonly accountId: AccountId; readonly displayName: string; readonly phone?: string };
  /** When it was last decided who leads: an older decision that comes late changes nothing. */
  readonly leaderDecidedAt: Date;
  /** Name in both languages and address, folded, with their pinyin: see `searchText` of the kit. */
  readonly foundBy: string;
  readonly sortName: string;
  /** Rises with each message about what is ready and collected here. */
  readonly boardVersion: number;
  readonly version: number;
};

export type FacilityDoc = { readonly _id: FacilityId } & Omit<FacilityView, 'facilityId'>;
export type CourierDoc = { readonly _id: AccountId } & Omit<CourierView, 'courierAccountId'>;

/** How an operator wished it; kept so that a newer consolidation is planned the same way. */
export type PlanWish = {
  readonly facilityId: FacilityId;
  readonly courierAccountIds?: readonly AccountId[];
  readonly departAt?: Date;
};

export type PlanDoc = WithOutbox & {
  readonly _id: ConsolidationId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly pickupDate: string;
  /** Of the consolidation: a higher one of the same cycle replaces this. */
  readonly consolidationVersion: number;
  readonly supersedes?: ConsolidationId;
  readonly status: PlanStatus;
  readonly version: number;
  /** Rises with each planning: its routes have other ids. */
  readonly revision: number;
  readonly totals: {
    readonly stops: number;
    readonly orders: number;
    readonly ambient: number;
    readonly cold: number;
  };
  readonly wish?: PlanWish;
  /** What was decided; the routes are written from it, by whoever comes first. */
  readonly tours?: readonly {
    readonly routeId: RouteId;
    readonly courierAccountId: AccountId;
    readonly stopIds: readonly StopId[];
  }[];
  readonly departAt?: Date;
  readonly frozenAt: Date;
  readonly touchedAt: Date;
};

/** What a stop gets, packed. */
export type LoadDoc = {
  readonly _id: StopId;
  readonly consolidationId: ConsolidationId;
  readonly pickupPointId: PickupPointId;
  readonly orders: number;
  readonly crates: readonly PackedCrate[];
  /** The failed visit whose crates these are: no load of the plan. */
  readonly secondTryOf?: StopId;
};

type RouteBody<R> = R extends Route ? Omit<R, 'routeId'> : never;
export type RouteDoc = WithOutbox &
  RouteBody<Route> & {
    readonly _id: RouteId;
    readonly version: number;
    /** A stop on its way to another route of the plan: it is in neither list until it arrived there. */
    readonly leaving?: { readonly stop: Stop; readonly toRouteId: RouteId };
  };

export type DisputeDecision = {
  readonly payer: Payer;
  readonly reason: string;
  readonly at: Date;
  readonly by: AccountId;
};

export type StoredDiscrepancy = CountedDifference & {
  readonly discrepancyId: DiscrepancyId;
  readonly answer?: {
    readonly agreed: boolean;
    readonly note?: string;
    readonly photoId?: PhotoId;
    readonly at: Date;
  };
  /** All that was decided; the last counts. */
  readonly decisions?: readonly DisputeDecision[];
};
export type ReceiptDoc = WithOutbox & {
  readonly _id: StopId;
  readonly routeId: RouteId;
  readonly cityId: CityId;
  readonly consolidationId: ConsolidationId;
  readonly pickupPointId: PickupPointId;
  readonly courierAccountId: AccountId;
  readonly confirmedBy: AccountId;
  readonly receivedAt: Date;
  readonly received: readonly Received[];
  readonly discrepancies: readonly StoredDiscrepancy[];
};

/** Where a courier was seen last. */
export type SightingDoc = { readonly _id: RouteId; readonly position: Position; readonly at: Date };

export type Decision = {
  readonly kind: 'keep' | 'rescue' | 'discard';
  readonly note?: string;
  readonly at: Date;
  readonly by: AccountId;
};
export type PickupCodeDoc = WithOutbox & {
  readonly _id: OrderId;
  readonly accountId: AccountId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly pickupPointId: PickupPointId;
  readonly status: PickupStatus;
  readonly version: number;
  readonly digits: string;
  /** For the hashes that leaders' phones check without a signal. */
  readonly salt: string;
  /** Of its digits, for those lists; known once the goods are there. */
  readonly codeHash?: string;
  readonly proxy?: {
    readonly digits: string;
    readonly hash?: string;
    readonly name?: string;
    readonly createdAt: Date;
  };
  /** The digits that open it, unique at the pickup point; absent when it is spent. */
  readonly activeDigits?: readonly string[];
  readonly spentDigits?: readonly string[];
  /** Known once the goods are there. */
  readonly handOut?: Pick<HandOut, 'recipientName' | 'phoneTail' | 'fulfilment' | 'address' | 'lines'>;
  readonly readyAt?: Date;
  readonly collectBefore?: Date;
  readonly overdueSince?: Date;
  readonly decision?: Decision;
  readonly redeemed?: {
    readonly redemptionId: RedemptionId;
    readonly at: Date;
    readonly byProxy: boolean;
    readonly proxyName?: string;
    readonly by: AccountId;
    /** Of the request: no other order of the point is handed out by this leader with the same one. */
    readonly key?: string;
  };
  readonly touchedAt: Date;
};

/** An order as far as it is followed. */
export type TrackedOrderDoc = {
  readonly _id: OrderId;
  readonly accountId: AccountId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly pickupPointId: PickupPointId;
  readonly groupOrderId: GroupOrderId;
  readonly version: number;
  readonly status: OrderStatus;
  readonly changedAt: Date;
  readonly timeline: readonly { readonly status: OrderStatus; readonly at: Date }[];
  readonly touchedAt: Date;
};

export type GroupOrderDoc = {
  readonly _id: GroupOrderId;
  readonly pickupPointId: PickupPointId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly version: number;
  readonly status: GroupOrderStatus;
  readonly orders: number;
  readonly shoppers: number;
  readonly total: Money;
  readonly expectedCommission: Money;
  readonly touchedAt: Date;
};

/** What a GroupBuy adds to the counts of its city. */
export type GroupCounts = {
  /** 1 when somebody is in it. */
  readonly begun: number;
  /** 1 when it has also reached its target. */
  readonly formed: number;
};

export type GroupBuyDoc = {
  /** `{offerId}|{pickupPointId}` */
  readonly _id: string;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly offerId: OfferId;
  readonly pickupPointId: PickupPointId;
  readonly version: number;
  readonly status: 'open' | 'formed' | 'failed';
  readonly shoppers: number;
  readonly units: number;
  readonly initials: readonly string[];
  /** What it is in the counts of its city, once all its moves are counted. */
  readonly counts?: GroupCounts;
  /** How it moved since, and its city does not know yet. */
  readonly moves?: readonly GroupMove[];
  readonly touchedAt: Date;
};

export type GroupMove = GroupCounts & { readonly id: string };

/** How the group buys of a cycle stand over all pickup points. */
export type CityGroupsDoc = GroupCounts & {
  readonly _id: CycleId;
  readonly cityId: CityId;
  readonly version: number;
  /** The latest moves that are counted. */
  readonly counted: readonly string[];
  readonly touchedAt: Date;
};

/** What neighbours bought lately, the newest last. */
export type NeighbourhoodDoc = {
  readonly _id: PickupPointId;
  readonly recent: readonly {
    readonly initial: string;
    readonly title: Bilingual;
    readonly quantity: number;
    readonly at: Date;
  }[];
  readonly applied: readonly string[];
};

/** Wrong codes by one leader, or from one address, at one pickup point. */
export type GuessesDoc = {
  readonly _id: string;
  readonly tries: number;
  readonly lockedUntil: Date;
  readonly touchedAt: Date;
};

export type PhotoDoc = {
  readonly _id: PhotoId;
  readonly ownerAccountId: AccountId;
  readonly width: number;
  readonly height: number;
  /** Nothing names it yet: dropped after a while. */
  readonly unusedSince?: Date;
  /** What it shows. */
  readonly stop?: {
    readonly stopId: StopId;
    readonly courierAccountId: AccountId;
    readonly pickupPointId: PickupPointId;
  };
};

export type KeyDoc = { readonly _id: string; readonly secret: string };
