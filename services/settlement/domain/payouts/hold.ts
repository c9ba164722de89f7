import { type AccountId, type OrderId, type PayoutHoldId } from '#shared/contracts/ids';

/** Why so much of a leader's commission is kept back, and until when: the leader reads both (rule 26). */
export type Hold = {
  readonly id: PayoutHoldId;
  readonly accountId: AccountId;
  /** What is disputed, and nothing else. */
  readonly fen: number;
  readonly reason: string;
  readonly orderId?: OrderId;
  readonly until: Date;
  readonly placedBy: AccountId;
  readonly placedAt: Date;
  readonly released?: { readonly by: AccountId; readonly at: Date };
};

/** Whether it still keeps something back: it ends by itself. */
export const isActive = ({ until, released }: Hold, now: Date): boolean => !released && until > now;

export const heldFen = (holds: readonly Hold[], now: Date): number =>
  holds.reduce((sum, hold) => sum + (isActive(hold, now) ? hold.fen : 0), 0);
