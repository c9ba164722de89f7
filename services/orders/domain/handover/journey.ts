import { type AccountId, type RedemptionId } from '#shared/contracts/ids';
import { type CityRules } from '#shared/contracts/cityRules';
import { claimableUntil } from '../commission';
import { fail } from '../endings';
import { type After, type Before, enter } from '../order';

/** The courier left with it at `departedAt`. */
export const depart = (order: Before<'depart'>, departedAt: Date): After<'depart'> =>
  enter('depart', order, { ...order.facts, departedAt });

export type Collection = {
  readonly redemptionId: RedemptionId;
  readonly collectedAt: Date;
  /** Who leads the pickup point; undefined: nobody. */
  readonly leaderAccountId: AccountId | undefined;
  readonly rules: Pick<CityRules, 'freshClaimHours' | 'otherClaimDays'>;
};

/** The neighbour has it: from now on the claim windows run. */
export function collect(
  order: Before<'collect'>,
  { redemptionId, collectedAt, leaderAccountId, rules }: Collection,
): After<'collect'> {
  const windows = order.lines
    .filter(({ allocated }) => allocated > 0)
    .map((line) => claimableUntil(line, collectedAt, rules).getTime());
  return enter('collect', order, {
    ...order.facts,
    collectedAt,
    redemptionId,
    closesAt: new Date(Math.max(collectedAt.getTime(), ...windows)),
    ...(leaderAccountId === undefined ? {} : { leaderAccountId }),
  });
}

/** No claim can be made any more. */
export const close = (order: Before<'close'>, now: Date): After<'close'> =>
  enter('close', order, { ...order.facts, closedAt: now });

/** Nobody came for it, and it was given to a neighbour or thrown away: the first buyer gets everything back. */
export const giveUp = (order: Before<'collect'>, now: Date): After<'fail'> =>
  endAfterCutoff(order, 'overdue', now);

/** It could not be delivered and went back: the buyer gets everything back. */
export const sendBack = (order: Before<'receive'>, now: Date): After<'fail'> =>
  endAfterCutoff(order, 'not_delivered', now);

/** The goods were bought, and their cycle is over: nothing returns to the catalogue. */
const endAfterCutoff = (
  order: Before<'collect'> | Before<'receive'>,
  reason: 'overdue' | 'not_delivered',
  now: Date,
): After<'fail'> => ({ ...fail(order, reason, now), stock: order.stock });
