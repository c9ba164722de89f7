import { type Entry } from '../ledger/entry';
import { type LedgerAccount } from '../ledger/account';
import { type DifferenceAbout, type MovementKey } from './difference';

export type OurMovement = {
  readonly key: MovementKey;
  readonly about: DifferenceAbout;
  readonly fen: number;
};

/**
 * What an entry says of money that moved at a provider, under the key by which it is compared. Undefined where nothing moved there
 * by what the statement is compared by: fees are taken from the statement itself, adjustments answer to a difference.
 */
export function ourMovement(entry: Entry, lies: LedgerAccount): OurMovement | undefined {
  const { kind, about, cause, postings } = entry;
  if (kind === 'provider_fee' || kind === 'adjustment') return undefined;
  const fen = postings.reduce((sum, posting) => (posting.account === lies ? sum - posting.fen : sum), 0);
  if (fen === 0) return undefined;
  const { orderId, refundId, payoutId } = about;
  if (payoutId !== undefined) return { key: `payout:${payoutId}`, about: { payoutId }, fen };
  const order = orderId === undefined ? {} : { orderId };
  if (refundId !== undefined) return { key: `refund:${refundId}`, about: { ...order, refundId }, fen };
  return orderId === undefined
    ? { key: `row:${cause}`, about: {}, fen }
    : { key: `order:${orderId}`, about: order, fen };
}
