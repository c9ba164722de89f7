import { type AccountId, type SupplierId } from '#shared/contracts/ids';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';

declare const brand: unique symbol;

/**
 * An account of the ledger. Plus: so much belongs, or is owed, to the one who is named; minus: so much lies there, or was paid for.
 * Everything that ever happened sums to zero over all accounts.
 */
export type LedgerAccount = string & { readonly [brand]: 'LedgerAccount' };

const named = (name: string) => name as LedgerAccount;

/** Money that lies with a payment provider: minus. */
export const providerAccount = (provider: PaymentProviderName) => named(`provider:${provider}`);
/** The merchant's own bank account, as far as suppliers and leaders are paid from it. */
export const bankForPayouts = named('bank:payouts');
/** Refunds that are decided and not returned yet. */
export const shopperAccount = (account: AccountId) => named(`shopper:${account}`);
/** What a leader earned and nobody paid out yet. */
export const leaderAccount = (account: AccountId) => named(`leader:${account}`);
/** A leader's money on its way. */
export const payoutAccount = (account: AccountId) => named(`payout:${account}`);
/** What a courier is owed; minus: what goes to their account of refunds. */
export const courierAccount = (account: AccountId) => named(`courier:${account}`);
export const supplierAccount = (supplier: SupplierId) => named(`supplier:${supplier}`);
/** Sales without tax. */
export const revenue = named('platform:revenue');
export const deliveryFees = named('platform:delivery_fees');
/** What leaders earned: minus. */
export const commissionExpense = named('platform:commission');
/** What providers kept for their work: minus. */
export const providerFees = named('platform:provider_fees');
/** What suppliers' goods cost: minus. */
export const goodsCost = named('platform:goods_cost');
/** What others bear of refunds. */
export const recoveries = named('platform:recoveries');
export const adjustments = named('platform:adjustments');
/** Tax of one rate, in basis points, that is owed to the state. */
export const taxAccount = (basisPoints: number) => named(`tax:${basisPoints}`);

/** Kinds of accounts of which everybody has one: their sums over everybody are kept, too. */
const personal = ['shopper', 'leader', 'payout', 'supplier', 'courier'] as const;
export type PersonalKind = (typeof personal)[number];

/** Stands for all accounts of a kind together: what all leaders are owed. Nothing is posted to it. */
export const everybodys = (kind: PersonalKind) => named(`${kind}:*`);

/** The account that stands for all of the kind of `account`, itself included; undefined where there is only one. */
export function everybodysOf(account: LedgerAccount): LedgerAccount | undefined {
  const [kind] = account.split(':', 1);
  const found = personal.find((one) => one === kind);
  return found && everybodys(found);
}
