import { type AccountId, type PayoutFileId, type PayoutId } from '#shared/contracts/ids';

/** One file for the bank. Its lines are the payouts that were begun with it, of those that it was made for. */
export type PayoutFile = {
  readonly id: PayoutFileId;
  /** Counts the files from 1. */
  readonly number: number;
  readonly madeBy: AccountId;
  readonly madeAt: Date;
  /** Chosen when it was made: who goes on after a crash takes no others. */
  readonly chosen: readonly PayoutId[];
  /** How often it was given out. */
  readonly fetched: number;
};
