import { type Cycle } from '../../../shared/contracts/catalog/cycles';
import { type FacilityView } from '../../../shared/contracts/delivery/fleet';
import { type CityId } from '../../../shared/contracts/ids';
import { type Connection } from '../actors/connection';
import { type Courier } from '../actors/courier';
import { type Operator } from '../actors/operator';
import { type Place } from '../actors/shopper';
import { type Narrator } from '../narrator';
import { type Pace } from './pace';
import { type Point } from './point';
import { type Record } from './record';
import { type Offers } from './prepareRange';

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
  readonly pace: Pace;
};

export const placeOf = ({ cycle }: Pick<Stage, 'cycle'>, { pickupPointId }: Point): Place => ({
  cycleId: cycle.cycleId,
  pickupPointId,
});
