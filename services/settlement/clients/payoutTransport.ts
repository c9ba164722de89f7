import { type PayoutId } from '#shared/contracts/ids';
import { type PayeeDetails } from '../domain/payouts/payee';

/** One try of a payout, as whoever moves the money is told of it. `payoutId` and `number` together make its key there. */
export type TransferWish = {
  readonly payoutId: PayoutId;
  readonly number: number;
  readonly fen: number;
  readonly to: PayeeDetails;
  /** Since when it may have been asked for. */
  readonly begunAt: Date;
};

/** What became of a try. */
export type Transfer =
  | { readonly kind: 'sent'; readonly transferId: string }
  /** Never left. `reason` in the provider's words. */
  | { readonly kind: 'refused'; readonly reason: string };

export type TransferState =
  | { readonly kind: 'on_its_way' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'returned'; readonly reason: string };

/** Nobody knows what became of it, or it cannot go at the moment: to be tried again under the same key. */
export class TransportAway extends Error {
  override readonly name = 'TransportAway';
}

/** Somebody who moves money to leaders by themselves. A bank that gets files is none: people carry those. */
export type PayoutTransport = {
  /** Sends the money of a try, or finds it sent. @throws {TransportAway} */
  readonly send: (wish: TransferWish) => Promise<Transfer>;
  /** Where it is. @throws {TransportAway} */
  readonly find: (transferId: string) => Promise<TransferState>;
};
