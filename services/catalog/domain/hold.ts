import { type AccountId, type OrderId } from '#shared/contracts/ids';

/** Units set aside for one unpaid order, in the offer that they come from. */
export type Hold = {
  readonly orderId: OrderId;
  /** Names one taking of stock by one order: a hold of another taking is not this one's. */
  readonly take: string;
  readonly units: number;
  readonly at: Date;
  readonly expiresAt: Date;
  /** The buyer, where the per-shopper limit counted these units. */
  readonly countedFor?: AccountId;
};
