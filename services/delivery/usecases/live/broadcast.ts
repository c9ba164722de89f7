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

const audience = (kind: string) => (id: string) => `${kind}:${id}` as Audience;

export const audiences = {
  /** Who follows one order. */
  order: audience('order') as (id: OrderId) => Audience,
  /** Who follows any order of a pickup point: the courier's approach. */
  arrivals: audience('arrivals') as (id: PickupPointId) => Audience,
  /** Who follows any order of a GroupOrder: what its leader writes. */
  group: audience('group') as (id: GroupOrderId) => Audience,
  /** The leader of a pickup point. */
  pickupPoint: audience('point') as (id: PickupPointId) => Audience,
  route: audience('route') as (id: RouteId) => Audience,
  city: audience('city') as (id: CityId) => Audience,
  neighbourhood: audience('neighbourhood') as (id: PickupPointId) => Audience,
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
