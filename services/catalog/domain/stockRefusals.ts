import { type OfferId } from '#shared/contracts/ids';
import { DomainError } from '#shared/kit/domainError';

/** Some lines want more than is left; nothing was taken. */
export class OutOfStock extends DomainError {
  override readonly name = 'OutOfStock';
  override readonly code = 'OUT_OF_STOCK';
  override readonly details: { readonly offers: readonly { offerId: OfferId; available: number }[] };
  constructor(offers: readonly { offerId: OfferId; available: number }[]) {
    super('There is not enough stock left.');
    this.details = { offers };
  }
}

/** The shopper would have paid and reserved more units of an offer than one shopper may. */
export class LimitExceeded extends DomainError {
  override readonly name = 'LimitExceeded';
  override readonly code = 'LIMIT_EXCEEDED';
  override readonly details: { readonly offerId: OfferId; readonly limit: number };
  constructor(offerId: OfferId, limit: number) {
    super(`One shopper may buy ${limit} of this offer.`);
    this.details = { offerId, limit };
  }
}

export class OfferNotOnSale extends DomainError {
  override readonly name = 'OfferNotOnSale';
  override readonly code = 'OFFER_NOT_ON_SALE';
  override readonly details: { readonly offerIds: readonly OfferId[] };
  constructor(offerIds: readonly OfferId[]) {
    super('An offer is not on sale in this cycle.');
    this.details = { offerIds };
  }
}

export class CycleClosed extends DomainError {
  override readonly name = 'CycleClosed';
  override readonly code = 'CYCLE_CLOSED';
  override readonly details: { readonly opensAt: string; readonly cutoffAt: string };
  constructor({ opensAt, cutoffAt }: { readonly opensAt: Date; readonly cutoffAt: Date }) {
    super('This cycle takes no orders now.');
    this.details = { opensAt: opensAt.toISOString(), cutoffAt: cutoffAt.toISOString() };
  }
}
