import { type Cycle } from '../../../shared/contracts/catalog/cycles';
import { type FacilityView } from '../../../shared/contracts/delivery/fleet';
import { type CityId, type PickupPointId } from '../../../shared/contracts/ids';
import { type Connection } from '../actors/connection';
import { type Courier } from '../actors/courier';
import { type Leader } from '../actors/leader';
import { type Operator } from '../actors/operator';
import { type Place, type Shopper } from '../actors/shopper';
import { type Narrator } from '../narrator';
import { type Record } from './record';
import { type Offers } from './prepareRange';

/** A pickup point with the people of the day. */
export type Point = {
  readonly pickupPointId: PickupPointId;
  readonly name: string;
  readonly leader: Leader;
  readonly neighbours: readonly Shopper[];
};

/** Everything that stands before the first order comes in. */
export type Stage = {
  readonly connection: Connection;
  readonly narrator: Narrator;
  readonly record: Record;
  readonly operator: Operator;
  readonly cityId: CityId;
  readonly warehouse: FacilityView;
  readonly points: readonly [Point, Point, Point];
  readonly couriers: readonly Courier[];
  readonly cycle: Cycle;
  readonly offers: Offers;
  /** How long the courier takes between two position reports, in ms. */
  readonly driveEveryMs: number;
};

export const placeOf = ({ cycle }: Pick<Stage, 'cycle'>, { pickupPointId }: Point): Place => ({
  cycleId: cycle.cycleId,
  pickupPointId,
});

/** A neighbour of `point` by number. */
export function neighbour({ neighbours, name }: Point, index: number): Shopper {
  const one = neighbours[index];
  if (!one) throw new Error(`${name} has no neighbour ${index}`);
  return one;
}
