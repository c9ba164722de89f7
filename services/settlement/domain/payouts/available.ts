import { type CityRules } from '#shared/contracts/cityRules';
import { Refused } from '#shared/kit/domainError';

/** What a leader has, in fen. */
export type Purse = {
  /** Earned with the claim window over, less what was paid out or is on its way; negative after refunds of what was paid out. */
  readonly withdrawableFen: number;
  /** Of payouts that are asked for and have not left the ledger's account of the leader. */
  readonly reservedFen: number;
  readonly heldFen: number;
};

/** What could be asked for now; a debt is carried: nothing can until it is earned again. */
export const availableFen = ({ withdrawableFen, reservedFen, heldFen }: Purse): number =>
  withdrawableFen - reservedFen - heldFen;

type Limits = Pick<CityRules, 'payoutMinimumFen' | 'payoutSingleLimitFen' | 'payoutDailyLimitFen'>;

/**
 * How much a payout is that is asked for now: all that is there, within the limits of the city.
 * @param askedTodayFen what the leader asked for today already
 * @throws {Refused} PAYOUT_LIMIT_REACHED, PAYOUT_TOO_SMALL
 */
export function fenToAsk(purse: Purse, askedTodayFen: number, limits: Limits): number {
  const there = availableFen(purse);
  const { payoutMinimumFen, payoutSingleLimitFen, payoutDailyLimitFen } = limits;
  const leftToday = payoutDailyLimitFen - askedTodayFen;
  if (there >= payoutMinimumFen && leftToday < payoutMinimumFen) throw new Refused('PAYOUT_LIMIT_REACHED');
  const fen = Math.min(there, payoutSingleLimitFen, leftToday);
  if (fen < payoutMinimumFen)
    throw new Refused('PAYOUT_TOO_SMALL', undefined, { availableFen: there, minimumFen: payoutMinimumFen });
  return fen;
}

/**
 * How much of a due payout can go now: what was asked for, less what was refunded or is held since. Undefined: nothing worth sending,
 * it waits.
 * @param purse with `reservedFen` of older payouts only: they go first
 */
export function fenToSend(
  askedFen: number,
  purse: Purse,
  { payoutMinimumFen }: Pick<Limits, 'payoutMinimumFen'>,
): number | undefined {
  const fen = Math.min(askedFen, availableFen(purse));
  return fen >= Math.min(payoutMinimumFen, askedFen) && fen > 0 ? fen : undefined;
}
