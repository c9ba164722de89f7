import {
  type CityId,
  type GroupOrderId,
  type OrderId,
  type PickupPointId,
  type RouteId,
} from '#shared/contracts/ids';
import { type ServerMessages } from '#shared/contracts/realtime';

/** Those who get a message together. The server alone decides who belongs to one. */
export type Audience = string & { readonly __audience: true };

const named = (kind: string, id: string) => `${kind}:${id}` as Audience;

export const audiences = {
  /** Who follows one order. */
  order: (id: OrderId) => named('order', id),
  /** Who follows any order of a pickup point: the courier's approach. */
  arrivals: (id: PickupPointId) => named('arrivals', id),
  /** Who follows any order of a GroupOrder: what its leader writes. */
  group: (id: GroupOrderId) => named('group', id),
  /** The leader of a pickup point. */
  pickupPoint: (id: PickupPointId) => named('point', id),
  route: (id: RouteId) => named('route', id),
  city: (id: CityId) => named('city', id),
  neighbourhood: (id: PickupPointId) => named('neighbourhood', id),
};

type Message<K extends keyof ServerMessages> = Parameters<ServerMessages[K]>[0];

/** Tells everybody in the audiences once, wherever they are connected. */
export type Broadcast = {
  send<K extends keyof ServerMessages>(to: readonly Audience[], name: K, message: Message<K>): void;
  /** The same, and nobody minds if it gets lost: something newer comes soon. */
  sendVolatile<K extends keyof ServerMessages>(to: readonly Audience[], name: K, message: Message<K>): void;
  /** Takes everybody out of an audience who is neither an operator nor the account (if any) that may stay. */
  dismiss(from: Audience, except: string | undefined): void;
};
