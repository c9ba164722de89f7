import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { type Hold } from './hold';

/** Holds that were moved out of their offer, so that it stays small. Which of them still hold units says the offer, not the page. */
export type HoldPage = {
  readonly _id: string;
  readonly offerId: OfferId;
  readonly cycleId: CycleId;
  readonly holds: readonly Hold[];
  readonly madeAt: Date;
};

/** What an offer keeps of a page. */
export type HoldPageMark = {
  readonly id: string;
  /** A bit for each hold of the page, in its order: set while the hold holds units. */
  readonly left: number;
  /** Units of those holds. */
  readonly units: number;
};

/** So many bits fit into a number without loss. */
export const holdsInPage = 50;

export const bitsOf = (positions: readonly number[]): number =>
  positions.reduce((bits, position) => bits + 2 ** position, 0);

export const isLeft = ({ left }: HoldPageMark, position: number): boolean =>
  Math.floor(left / 2 ** position) % 2 === 1;

/** Units of an offer that are set aside for unpaid orders. */
export const unitsHeld = ({
  holds,
  holdPages = [],
}: {
  readonly holds: readonly Hold[];
  readonly holdPages?: readonly HoldPageMark[];
}): number => [...holds, ...holdPages].reduce((sum, { units }) => sum + units, 0);
