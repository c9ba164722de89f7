import { LRUCache } from 'lru-cache';
import { type CityRules } from '#shared/contracts/cityRules';
import { type CityId, type CycleId, type OfferId } from '#shared/contracts/ids';
import { type OfferTerms } from '#shared/contracts/internal/catalog';
import { type Offer } from '../domain/offer';
import { termsOf } from '../domain/offerTerms';
import { type StockReads } from '../usecases/stock/stockDeps';
import { type Collections } from './collections';
import { withoutStockKeeping } from './withoutStockKeeping';

const decides = { cycleId: 1, onSale: 1, available: 1, flash: 1, limitPerShopper: 1, version: 1 };
/** A rule that an operator changed counts at the latest after this. */
const rulesMs = 2_000;

/** What deciding about stock reads: offers and cycles fresh, their unchanging parts remembered. */
export function stockReads({
  offers,
  cycles,
  cities,
}: Pick<Collections, 'offers' | 'cycles' | 'cities'>): StockReads {
  const rulesOfCities = new LRUCache<CityId, CityRules>({ max: 1_000, ttl: rulesMs });
  const known = new LRUCache<OfferId, OfferTerms>({ max: 5_000 });

  async function rulesOf(cityId: CityId): Promise<CityRules> {
    const remembered = rulesOfCities.get(cityId);
    if (remembered) return remembered;
    const city = await cities.findOne({ _id: cityId }, { projection: { rules: 1 } });
    if (!city) throw new Error(`${cityId} has a cycle and does not exist`);
    rulesOfCities.set(cityId, city.rules);
    return city.rules;
  }

  return {
    async offers(offerIds) {
      const found = await offers
        .find({ _id: { $in: [...offerIds] } }, { projection: decides, batchSize: offerIds.length + 1 })
        .toArray();
      return new Map(found.map((offer) => [offer._id, offer]));
    },

    async cycles(cycleIds: readonly CycleId[]) {
      const found = await cycles
        .find({ _id: { $in: [...cycleIds] } }, { projection: { cityId: 1, opensAt: 1, cutoffAt: 1 } })
        .toArray();
      const withRules = found.map(
        async ({ _id, cityId, opensAt, cutoffAt }) =>
          [_id, { opensAt, cutoffAt, rules: await rulesOf(cityId) }] as const,
      );
      return new Map(await Promise.all(withRules));
    },

    async terms(wanted) {
      const isKnown = ({ _id, version }: (typeof wanted)[number]) =>
        version !== undefined && known.get(_id)?.version === version;
      const unknown = wanted.filter((offer) => !isKnown(offer)).map(({ _id }) => _id);
      if (unknown.length > 0) for (const offer of await readTerms(unknown)) known.set(offer.offerId, offer);
      return wanted.flatMap(({ _id }) => known.get(_id) ?? []);
    },
  };

  async function readTerms(offerIds: readonly OfferId[]): Promise<OfferTerms[]> {
    const found = (await offers
      .find({ _id: { $in: [...offerIds] } }, { projection: { ...withoutStockKeeping, outbox: 0 } })
      .toArray()) as Offer[];
    return found.map(termsOf);
  }
}
