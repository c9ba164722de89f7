import { type Page } from '#shared/contracts/common';
import { type CycleId } from '#shared/contracts/ids';
import { type PageWish } from '#shared/kit/mongo/pages';
import { matchScore } from '#shared/kit/search/match';
import { type Offer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';

type Wanted = PageWish & {
  readonly q?: string | undefined;
  readonly onSale?: 'true' | 'false' | undefined;
};

/** The offers of a cycle, oldest first, for operators. @throws {Refused} NOT_FOUND */
export async function listOfferRecords(
  { offers, cycles }: Pick<CatalogDeps, 'offers' | 'cycles'>,
  cycleId: CycleId,
  { q, onSale, ...wanted }: Wanted,
): Promise<Page<Offer>> {
  const { _id } = await cycles.one(cycleId);
  const isMeant = q === undefined ? undefined : ({ search }: Offer) => matchScore(q, search) > 0;
  const ofCycle = { cycleId: _id, ...(onSale === undefined ? {} : { onSale: onSale === 'true' }) };
  return offers.page(ofCycle, wanted, isMeant);
}
