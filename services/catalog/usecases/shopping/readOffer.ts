import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { type OfferId, type PickupPointId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { offerCard } from '../../domain/offerCard';
import { type Cycle, type Lot, type Picture, type Product } from '../../domain/range';
import { type ShownOffer } from '../../domain/offer';
import { type CatalogDeps } from '../deps';

export type OfferRead = {
  readonly offer: OfferPage['offer'];
  readonly cycle: Cycle;
  readonly product: Product;
  readonly pictures: readonly Picture[];
  readonly supplierName: string;
  readonly supplierNameEn: string | undefined;
  readonly lot: Lot | undefined;
  readonly otherPacks: OfferPage['otherPacks'];
};

/** One offer with what a shopper wants to know before buying; fresh from the database. @throws {Refused} NOT_FOUND */
export async function readOffer(
  { shopWindow, range, cycles }: Pick<CatalogDeps, 'shopWindow' | 'range' | 'cycles'>,
  offerId: OfferId,
  pickupPointId?: PickupPointId,
): Promise<OfferRead> {
  const offer = found((await shopWindow.offers([offerId]))[0]);
  const { cycleId, productId, lotId } = offer;
  const [cycle, product, lot, ofProduct, standings] = await Promise.all([
    cycles.one(cycleId),
    range.one('products', productId),
    lotId === undefined ? undefined : range.one('lots', lotId),
    shopWindow.offersOf(cycleId, productId),
    pickupPointId ? shopWindow.standingsAt(cycleId, pickupPointId) : [],
  ]);
  const card = (shown: ShownOffer) =>
    offerCard(
      shown,
      standings.find((standing) => standing.offerId === shown._id),
    );
  return {
    offer: card(offer),
    cycle,
    product,
    pictures: await range.pictures(product.pictureIds),
    supplierName: offer.supplierName,
    supplierNameEn: offer.supplierNameEn,
    lot,
    otherPacks: ofProduct.filter(({ _id }) => _id !== offerId).map(card),
  };
}
