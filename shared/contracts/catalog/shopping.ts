import { Bilingual, page, pageQuery, queryNumber, Text } from '../common';
import { endpoint } from '../endpoint';
import { CategoryId, CityId, CycleId, OfferId, PickupPointId, ProductId, SkuId } from '../ids';
import { GroupTarget, PriceTier, SoldBy, Temperature } from '../internal/catalog';
import { Money } from '../money';
import { z } from '../zod';
import { PictureUrls, ProductPicture } from './common';
import { Cycle } from './cycles';
import { Lot } from './lots';

/** How far a GroupBuy has come at one pickup point. */
export const GroupProgress = z
  .object({
    status: z.enum(['open', 'formed', 'failed']),
    shoppers: z.int(),
    units: z.int(),
    /** First characters of the latest members, newest first, at most 12. */
    initials: z.array(z.string()),
  })
  .meta({ id: 'GroupProgress' });
export type GroupProgress = z.infer<typeof GroupProgress>;

/** An offer as shoppers see it in lists. */
export const OfferCard = z
  .object({
    offerId: OfferId,
    cycleId: CycleId,
    productId: ProductId,
    skuId: SkuId,
    categoryId: CategoryId,
    title: z.object({ zh: z.string(), en: z.string() }),
    pack: z.object({ zh: z.string(), en: z.string() }),
    picture: PictureUrls.optional(),
    soldBy: SoldBy,
    nominalGrams: z.int(),
    /** Per unit for `piece`, per 500 g for `weight`. */
    price: Money,
    /** Of one unit; at its nominal weight when it is weighed. */
    unitPrice: Money,
    /** A former price (as `price`), to be shown struck through. */
    strikePrice: Money.optional(),
    clearance: z.boolean(),
    tiers: z.array(PriceTier),
    group: z.object({ target: GroupTarget, progress: GroupProgress }).optional(),
    limitPerShopper: z.int().optional(),
    flash: z.boolean(),
    temperature: Temperature,
    fresh: z.boolean(),
    onSale: z.boolean(),
    /** Units that can still be bought. */
    stockLeft: z.int(),
    sold: z.int(),
    version: z.int(),
  })
  .meta({ id: 'OfferCard' });
export type OfferCard = z.infer<typeof OfferCard>;

export const OfferPage = z
  .object({
    offer: OfferCard,
    cycle: Cycle,
    description: Bilingual(2000).optional(),
    /** How to keep it at home. */
    storageAdvice: Bilingual(300).optional(),
    pictures: z.array(ProductPicture),
    supplierName: z.string(),
    supplierNameEn: z.string().optional(),
    /** The Lot that is sold: supplier, origin, dates. */
    lot: Lot.optional(),
    /** Other packs of the same product in this cycle. */
    otherPacks: z.array(OfferCard),
  })
  .meta({ id: 'OfferPage' });
export type OfferPage = z.infer<typeof OfferPage>;

const place = { pickupPointId: PickupPointId.optional(), cityId: CityId.optional() };
type Place = { readonly pickupPointId?: unknown; readonly cityId?: unknown };
const onePlace = ({ pickupPointId, cityId }: Place) =>
  (pickupPointId === undefined) !== (cityId === undefined);
const onePlaceError = { error: 'name a pickupPointId or a cityId' };

export const offerSorts = ['recommended', 'price', 'sold'] as const;
export const offerKinds = ['flash', 'group', 'tiers'] as const;

export const shoppingApi = {
  listOffers: endpoint({
    id: 'catalog.listOffers',
    service: 'catalog',
    method: 'get',
    path: '/offers',
    access: 'public',
    summary:
      'Offers of the open cycle of a pickup point (or city): by category, kind or words (Chinese, English, pinyin, initials), with stock left and the progress of groups at that pickup point. Has an ETag.',
    query: z
      .strictObject({
        ...place,
        categoryId: CategoryId.optional(),
        kind: z.enum(offerKinds).optional(),
        q: Text(40).optional(),
        sort: z.enum(offerSorts).default('recommended'),
        ...pageQuery,
      })
      .refine(onePlace, onePlaceError),
    /** `cycle` is absent, and the list empty, when no cycle is open. */
    reply: page(OfferCard).extend({ cycle: Cycle.optional() }),
    errors: ['NOT_FOUND'],
  }),
  readOffer: endpoint({
    id: 'catalog.readOffer',
    service: 'catalog',
    method: 'get',
    path: '/offers/:offerId',
    access: 'public',
    summary:
      'One offer with its description, Lot and other packs; group progress is that of the pickup point named.',
    params: z.strictObject({ offerId: OfferId }),
    query: z.strictObject({ pickupPointId: PickupPointId.optional() }),
    reply: OfferPage,
    errors: ['NOT_FOUND'],
  }),
  suggestSearches: endpoint({
    id: 'catalog.suggestSearches',
    service: 'catalog',
    method: 'get',
    path: '/search/suggestions',
    access: 'public',
    summary: 'Titles of offers on sale that what was typed so far could mean, best first.',
    query: z
      .strictObject({
        ...place,
        q: Text(40),
        limit: queryNumber(z.coerce.number<string>().int().min(1).max(20)).default(8),
      })
      .refine(onePlace, onePlaceError),
    reply: z.object({
      suggestions: z.array(
        z.object({ offerId: OfferId, title: z.object({ zh: z.string(), en: z.string() }) }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
};
