import { type AccountId } from '#shared/contracts/ids';
import { type SettlementDeps } from '../deps';

/** What payouts work with. */
export type PayoutDeps = Pick<
  SettlementDeps,
  'payouts' | 'payees' | 'payoutHolds' | 'payoutFiles' | 'ledger' | 'cityOf' | 'transports' | 'now' | 'log'
>;

/** The leader whose money it is. */
export type Leader = { readonly accountId: AccountId };
