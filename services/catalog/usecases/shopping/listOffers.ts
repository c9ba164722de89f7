import { type PickupPointId } from '#shared/contracts/ids';
import { type MadeReply } from '#shared/kit/http/handler';
import { fold } from '#shared/kit/search/fold';
import { type Place } from '../cycles/currentCycle';
import { type CatalogDeps } from '../deps';
import { type ListQuery } from './arrange';
import { emptyList } from './offerLists';

type Wanted = Place & ListQuery & { readonly pickupPointId?: PickupPointId | undefined };

/** What is on sale now, as bytes that were made in advance. @throws {Refused} NOT_FOUND for a pickup point that nobody knows */
export async function listOffers(
  { currentCycle, lists }: Pick<CatalogDeps, 'currentCycle' | 'lists'>,
  { cityId, pickupPointId, q, ...list }: Wanted,
): Promise<MadeReply> {
  const { cycle } = await currentCycle({ cityId, pickupPointId });
  if (!cycle) return emptyList;
  return lists(cycle, { ...list, q: q && fold(q) }, pickupPointId);
}
