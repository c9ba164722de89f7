import { type PickupPointId } from '../../../shared/contracts/ids';
import { type Leader } from '../actors/leader';
import { type Shopper } from '../actors/shopper';

/** A pickup point with the people of the day. */
export type Point = {
  readonly pickupPointId: PickupPointId;
  readonly name: string;
  readonly leader: Leader;
  readonly neighbours: readonly Shopper[];
};

/** A neighbour of `point` by number. */
export function neighbour({ neighbours, name }: Point, index: number): Shopper {
  const one = neighbours[index];
  if (!one) throw new Error(`${name} has no neighbour ${index}`);
  return one;
}
