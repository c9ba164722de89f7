import { type Bilingual, type Position } from '#shared/contracts/common';
import {
  type CrateZone,
  type FailureReason,
  type WarmCrateDecision,
} from '#shared/contracts/delivery/stopViews';
import {
  type AccountId,
  type CityId,
  type ConsolidationId,
  type CrateId,
  type CycleId,
  type DiscrepancyId,
  type FacilityId,
  type PhotoId,
  type PickupPointId,
  type RouteId,
  type StopId,
} from '#shared/contracts/ids';
import { type ArrivalDoubt } from './arrival';
import { type OpenSpan } from './openSpans';

/** A crate on a route: what it holds stands in the stop's load. */
export type RouteCrate = {
  readonly crateId: CrateId;
  readonly label: string;
  readonly zone: CrateZone;
  readonly units: number;
  readonly loadedAt?: Date;
  /** Why it stayed in the warehouse. */
  readonly missing?: string;
  /** It was too warm at the stop, when last measured so. */
  readonly warm?: WarmCrate;
  readonly handedOver?: { readonly units: number; readonly celsius?: number };
};

export type WarmCrate = {
  readonly celsius: number;
  readonly at: Date;
  readonly decision?: {
    readonly kind: WarmCrateDecision;
    readonly reason: string;
    readonly at: Date;
    readonly by: AccountId;
  };
};

type StopFacts = {
  readonly stopId: StopId;
  readonly pickupPointId: PickupPointId;
  readonly position: Position;
  readonly orders: number;
  readonly crates: readonly RouteCrate[];
  /** When its door is open on the day of the route, as it was planned; unknown on routes of earlier versions. */
  readonly open?: readonly OpenSpan[];
};
export type PendingStop = StopFacts & { readonly status: 'pending' };
type Arrived = {
  readonly arrivedAt: Date;
  /** Absent when the phone stood at the point, and on routes driven before it was asked. */
  readonly arrivalDoubt?: ArrivalDoubt;
};
export type ArrivedStop = StopFacts & Arrived & { readonly status: 'arrived' };
export type HandedOverStop = StopFacts &
  Arrived & {
    readonly status: 'handed_over';
    readonly handedOverAt: Date;
    /** When the leader had counted it; what was counted stands in the receipt. */
    readonly receivedAt?: Date;
    /** Discrepancies of the receipt that the courier has answered; what was said stands there, too. */
    readonly answered?: readonly DiscrepancyId[];
  };
export type FailedStop = StopFacts &
  Partial<Arrived> & {
    readonly status: 'failed';
    readonly failure: {
      readonly reason: FailureReason;
      readonly note?: string;
      readonly photoId: PhotoId;
      readonly at: Date;
    };
    /** What an operator decided then; nothing yet: the goods wait. */
    readonly resolution?: Resolution;
  };

/** The same crates on a visit of its own, on a route of its own. */
export type SecondTry = {
  readonly kind: 'second_try';
  readonly stopId: StopId;
  readonly routeId: RouteId;
  readonly courier: RouteCourier;
  readonly departAt: Date;
  readonly at: Date;
  /** The route is not written yet: whoever finds it may do that. */
  readonly unwritten?: true;
};
export type SentBack = { readonly kind: 'sent_back'; readonly note?: string; readonly at: Date };
export type Resolution = SecondTry | SentBack;
export type Stop = PendingStop | ArrivedStop | HandedOverStop | FailedStop;

export type RouteCourier = {
  readonly accountId: AccountId;
  readonly displayName: string;
  readonly vehicle: string;
  readonly crateCapacity: number;
  readonly coldCapable: boolean;
};
export type RouteFacility = {
  readonly facilityId: FacilityId;
  readonly name: Bilingual;
  readonly address: string;
  readonly position: Position;
};

type RouteFacts = {
  readonly routeId: RouteId;
  readonly consolidationId: ConsolidationId;
  readonly cityId: CityId;
  readonly cycleId: CycleId;
  readonly pickupDate: string;
  readonly courier: RouteCourier;
  readonly facility: RouteFacility;
  readonly plannedDepartureAt: Date;
  readonly distanceMetres: number;
  readonly stops: readonly Stop[];
  /** The failed visit that it makes good: such a route is of no plan, and no newer plan removes it. */
  readonly secondTryOf?: StopId;
};
export type PlannedRoute = RouteFacts & { readonly status: 'planned' };
export type LoadingRoute = RouteFacts & { readonly status: 'loading' };
export type UnderWayRoute = RouteFacts & { readonly status: 'under_way'; readonly departedAt: Date };
export type FinishedRoute = RouteFacts & {
  readonly status: 'finished';
  readonly departedAt: Date;
  readonly finishedAt: Date;
};

/** A courier's trip; its status decides which facts it has. */
export type Route = PlannedRoute | LoadingRoute | UnderWayRoute | FinishedRoute;

/** The courier has yet to come, or stands there. */
export const isAhead = ({ status }: Stop): boolean => status === 'pending' || status === 'arrived';
/** It failed, and its goods wait for an operator to decide. */
export const isUndecided = (stop: Stop): boolean => stop.status === 'failed' && stop.resolution === undefined;
/** Crates of a stop at which the courier waits for an operator to decide about them. */
export const warmAt = (stop: Stop): readonly RouteCrate[] =>
  stop.status === 'arrived' ? stop.crates.filter(({ warm }) => warm && !warm.decision) : [];
export const cratesOf = (route: { readonly stops: readonly Stop[] }): readonly RouteCrate[] =>
  route.stops.flatMap(({ crates }) => crates);
/** The stop that the courier is at or drives to. */
export const nextStopOf = ({ stops }: { readonly stops: readonly Stop[] }): Stop | undefined =>
  stops.find(({ status }) => status === 'arrived') ?? stops.find(({ status }) => status === 'pending');

/** The tour's first point and the others in order, for its length. */
export const tourOf = (
  facility: { readonly position: Position },
  stops: readonly { readonly position: Position }[],
): readonly Position[] => [facility.position, ...stops.map(({ position }) => position)];
