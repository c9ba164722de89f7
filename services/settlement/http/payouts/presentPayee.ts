import { type PayeeView } from '#shared/contracts/settlement/payoutViews';
import { type Payee, tailOf } from '../../domain/payouts/payee';

/** Of the number only its end. */
export const presentPayee = (payee: Payee): PayeeView => ({
  kind: payee.details.kind,
  holder: payee.details.holder,
  ...(payee.details.kind === 'bank_card' ? { bank: payee.details.bank } : {}),
  tail: tailOf(payee.details),
  state: payee.state,
  ...(payee.state === 'unverified' && payee.declined ? { declinedBecause: payee.declined.reason } : {}),
  changedAt: payee.changedAt.toISOString(),
  version: payee.version,
});
