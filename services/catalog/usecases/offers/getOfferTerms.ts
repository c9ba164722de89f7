import { type OfferId } from '#shared/contracts/ids';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type CatalogDeps } from '../deps';

/** Everything about offers but their stock, fresh from the database; unknown ones are left out. */
export const getOfferTerms = (
  { reads }: Pick<CatalogDeps, 'reads'>,
  offerIds: readonly OfferId[],
): Promise<OfferTerms[]> => reads.terms(offerIds.map((_id) => ({ _id })));
