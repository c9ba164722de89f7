import { LRUCache } from 'lru-cache';
import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { type StockRequest, unitsByOffer } from '../../domain/allotment';
import { type RuledCycle, type SeenOffer } from './stockDeps';

/** What an operator changed about a cycle counts at the latest after this; the rules of its city, after twice as long. */
const keepCyclesMs = 2_000;
/** Nothing wrong comes of an old offer: its version tells. */
const keepOffersMs = 60_000;

/**
 * What was read of offers and cycles a moment ago, by which most orders can be tried without reading anything: the write that holds
 * their stock is guarded by the offers' versions. What it cannot say for sure is read.
 * @param plenty units that must be left besides those wanted: with fewer it is better to look before taking.
 */
export function rememberedFacts(plenty: number) {
  const offers = new LRUCache<OfferId, SeenOffer>({ max: 10_000, ttl: keepOffersMs });
  const cycles = new LRUCache<CycleId, RuledCycle>({ max: 1_000, ttl: keepCyclesMs });

  return {
    learn(facts: {
      readonly offers: ReadonlyMap<OfferId, SeenOffer>;
      readonly cycles: ReadonlyMap<CycleId, RuledCycle>;
    }): void {
      for (const [id, offer] of facts.offers) offers.set(id, offer);
      for (const [id, cycle] of facts.cycles) cycles.set(id, cycle);
    },

    /** The facts for trying `request` at `at`; nothing when they do not say that it will be granted. */
    promising(request: StockRequest, at: Date) {
      const cycle = cycles.get(request.cycleId);
      if (!cycle || at < cycle.opensAt || at >= cycle.cutoffAt) return undefined;
      const found = new Map<OfferId, SeenOffer>();
      for (const [offerId, units] of unitsByOffer(request.lines)) {
        const offer = offers.get(offerId);
        const isPromising =
          offer?.onSale === true &&
          offer.cycleId === request.cycleId &&
          offer.limitPerShopper === undefined &&
          offer.available >= units + plenty;
        if (!isPromising) return undefined;
        found.set(offerId, offer);
      }
      return { offers: found, cycles: new Map([[request.cycleId, cycle]]) };
    },

    /** They did not get it: what was remembered of their offers may be wrong. */
    forget(requests: readonly Pick<StockRequest, 'lines'>[]): void {
      for (const { offerId } of requests.flatMap(({ lines }) => lines)) offers.delete(offerId);
    },
  };
}
