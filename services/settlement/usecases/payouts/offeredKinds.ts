import { type PayeeDetails, type PayoutWay } from '../../domain/payouts/payee';
import { type PayoutDeps } from './deps';

/** Whether leaders can be paid by a way here: people carry files to the bank everywhere. */
export const isOffered = ({ transports }: Pick<PayoutDeps, 'transports'>, way: PayoutWay): boolean =>
  way === 'bank_file' || transports[way] !== undefined;

/** To what leaders can be paid here. */
export const offeredKinds = (deps: Pick<PayoutDeps, 'transports'>): PayeeDetails['kind'][] =>
  isOffered(deps, 'stripe') ? ['bank_card', 'stripe_account'] : ['bank_card'];
