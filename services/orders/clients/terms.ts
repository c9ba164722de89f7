import { type CityRules } from '#shared/contracts/cityRules';
import { type CityId, type CycleId, type OfferId, type PickupPointId } from '#shared/contracts/ids';
import { type catalogInternal, type CycleTerms, type OfferTerms } from '#shared/contracts/internal/catalog';
import { type deliveryInternal, type PickupPointCard } from '#shared/contracts/internal/delivery';
import { type Client } from '#shared/kit/client/client';
import { isRefusal } from '#shared/kit/client/remoteProblem';
import { found } from '#shared/kit/domainError';
import { type KnownPoints } from '../storage/knownPoints';
import { BatchCache } from './batchCache';

export type Catalog = Client<typeof catalogInternal>;
export type Delivery = Client<typeof deliveryInternal>;

/**
 * How long terms are believed. Events drop what changed in the process that gets them, this bounds the others; prices and
 * windows are checked again by the catalogue when it reserves.
 */
const ttlMs = 15_000;
/** When they cannot be read again: points, cycles and rules change seldom, and reserving and the cutoff check offers anyway. */
const usableMs = 30 * 60_000;
const offersUsableMs = 5 * 60_000;
/** Stock is looked at only for what a screen says, and moves all the time. */
const stockTtlMs = 1_000;

/** What pricing and placing need to know of other services, kept in memory for a short time. */
export class Terms {
  readonly #offers: BatchCache<OfferId, OfferTerms>;
  readonly #stock: BatchCache<OfferId, { readonly offerId: OfferId; readonly left: number }>;
  readonly #cycles: BatchCache<CycleId, CycleTerms>;
  readonly #rules: BatchCache<CityId, { cityId: CityId; rules: CityRules }>;
  readonly #points: BatchCache<PickupPointId, PickupPointCard>;

  constructor(catalog: Catalog, delivery: Delivery, knownPoints: KnownPoints) {
    this.#offers = new BatchCache({
      max: 5_000,
      ttlMs,
      usableMs: offersUsableMs,
      keyOf: ({ offerId }) => offerId,
      load: async (offerIds) => (await catalog.getOfferTerms({ body: { offerIds: [...offerIds] } })).offers,
    });
    this.#stock = new BatchCache({
      max: 5_000,
      ttlMs: stockTtlMs,
      usableMs: offersUsableMs,
      keyOf: ({ offerId }) => offerId,
      load: async (offerIds) => (await catalog.readStockLeft({ body: { offerIds: [...offerIds] } })).offers,
    });
    this.#cycles = new BatchCache({
      max: 500,
      ttlMs,
      usableMs,
      keyOf: ({ cycleId }) => cycleId,
      load: (ids) => present(ids.map((cycleId) => catalog.getCycleTerms({ params: { cycleId } }))),
    });
    this.#rules = new BatchCache({
      max: 500,
      ttlMs,
      usableMs,
      keyOf: ({ cityId }) => cityId,
      load: (ids) => present(ids.map((cityId) => catalog.getCityRules({ params: { cityId } }))),
    });
    this.#points = new BatchCache({
      max: 10_000,
      ttlMs,
      usableMs,
      keyOf: ({ pickupPointId }) => pickupPointId,
      load: async (ids) =>
        (await delivery.lookUpPickupPoints({ body: { pickupPointIds: [...ids] } })).pickupPoints,
      copies: (ids) => knownPoints.find(ids),
    });
  }

  /** In the order of `offerIds`; undefined for offers that do not exist. */
  async offers(offerIds: readonly OfferId[]): Promise<(OfferTerms | undefined)[]> {
    return this.#offers.kept(offerIds) ?? this.#offers.get(offerIds);
  }

  /** Units that could be had a moment ago, in the order of `offerIds`; undefined for offers that do not exist. */
  async stockLeft(offerIds: readonly OfferId[]): Promise<(number | undefined)[]> {
    return (await this.#stock.get(offerIds)).map((offer) => offer?.left);
  }

  /** @throws {Refused} NOT_FOUND */
  async cycle(cycleId: CycleId): Promise<CycleTerms> {
    return found(await this.#cycles.one(cycleId));
  }

  /** @throws {Refused} NOT_FOUND */
  async rules(cityId: CityId): Promise<CityRules> {
    return found(await this.#rules.one(cityId)).rules;
  }

  /** @throws {Refused} NOT_FOUND */
  async pickupPoint(pickupPointId: PickupPointId): Promise<PickupPointCard> {
    return found(await this.#points.one(pickupPointId));
  }

  /** Newer than what is kept: as the catalogue gave them with a reservation. */
  learnOffers(offers: readonly OfferTerms[]): void {
    for (const offer of offers) this.#offers.put(offer);
  }

  forgetOffers(offerIds: readonly OfferId[]): void {
    this.#offers.forget(offerIds);
  }

  forgetCycle(cycleId: CycleId): void {
    this.#cycles.forget([cycleId]);
  }

  forgetRules(cityId: CityId): void {
    this.#rules.forget([cityId]);
  }

  forgetPickupPoint(pickupPointId: PickupPointId): void {
    this.#points.forget([pickupPointId]);
  }
}

/** What there is of it: NOT_FOUND of one is no failure of the others. */
async function present<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  const answers = await Promise.all(
    asked.map((one) =>
      one.catch((error: unknown) => {
        if (isRefusal(error, 'NOT_FOUND')) return undefined;
        throw error;
      }),
    ),
  );
  return answers.filter((answer) => answer !== undefined);
}
