import { DomainError } from '#shared/kit/domainError';
import { fenToAsk } from '../../domain/payouts/available';
import { cityDay } from '../../domain/payouts/days';
import { type Hold } from '../../domain/payouts/hold';
import { type Payee, type PayeeDetails } from '../../domain/payouts/payee';
import { type Leader, type PayoutDeps } from './deps';
import { offeredKinds } from './offeredKinds';
import { purseOf } from './purseOf';

const shownHolds = 20;

/** A leader's money, in fen; see the contract. */
export type Overview = {
  readonly earnedFen: number;
  readonly pendingFen: number;
  readonly withdrawableFen: number;
  readonly onItsWayFen: number;
  readonly paidFen: number;
  readonly heldFen: number;
  readonly holds: readonly Hold[];
  readonly askableFen: number;
  readonly minimumFen: number;
  readonly payee?: Payee;
  readonly kinds: readonly PayeeDetails['kind'][];
};

/** What a leader earned, and where it is. Limits of the city count once it is known where the leader is paid. */
export async function getPayoutOverview(deps: PayoutDeps, { accountId }: Leader): Promise<Overview> {
  const { payouts, payees, payoutHolds, now } = deps;
  const [payee, purse, dueFen, sentFen, paidFen, holds] = await Promise.all([
    payees.find(accountId),
    purseOf(deps, accountId),
    payouts.sum(accountId, 'due'),
    payouts.sum(accountId, 'sent'),
    payouts.sum(accountId, 'paid'),
    payoutHolds.active(accountId, now()),
  ]);
  const { withdrawableFen, pendingFen, reservedFen } = purse;
  return {
    earnedFen: withdrawableFen + pendingFen + sentFen + paidFen,
    pendingFen,
    withdrawableFen: withdrawableFen - reservedFen,
    onItsWayFen: dueFen + sentFen,
    ...{ paidFen, heldFen: purse.heldFen },
    holds: holds.slice(0, shownHolds),
    ...(await asking(deps, purse, payee)),
    kinds: offeredKinds(deps),
    ...(payee ? { payee } : {}),
  };
}

/** What a payout would be that is asked for now, and the least that one may be. */
async function asking(
  deps: PayoutDeps,
  purse: Parameters<typeof fenToAsk>[0],
  payee: Payee | undefined,
): Promise<{ askableFen: number; minimumFen: number }> {
  if (!payee) return { askableFen: 0, minimumFen: 0 };
  const { timeZone, rules } = await deps.cityOf(payee.cityId);
  const minimumFen = rules.payoutMinimumFen;
  const today = await deps.payouts.askedOn(payee.accountId, cityDay(deps.now(), timeZone));
  try {
    return { askableFen: fenToAsk(purse, today, rules), minimumFen };
  } catch (error) {
    if (error instanceof DomainError) return { askableFen: 0, minimumFen };
    throw error;
  }
}
