import { type OfferId } from '#shared/contracts/ids';
import { type DomainError } from '#shared/kit/domainError';
import { type OfferStock } from '../../domain/allotment';
import { OfferNotOnSale, LimitExceeded, OutOfStock } from '../../domain/stockRefusals';
import { holdsOf, type PlacedHold, type Taking } from '../../domain/taking';
import { type Missing } from '../../storage/holds';
import { type StockDeps } from './stockDeps';

/** Purchases are counted for a while after a cycle: late payments may still take stock again. */
const keepPurchasesMs = 45 * 24 * 3600 * 1000;

/**
 * Holds stock for several takings at once, each for all its lines or none: first the holds in the offers, then the per-shopper
 * counts. Answers one refusal, or nothing, per taking.
 *
 * No reservation names these holds yet. If this process dies before one does, the reconciler finds the holds by their age
 * and gives them back (`freeOrphans`); counts are written after the holds and taken away before them, so that a count
 * without a reservation always has a hold beside it that leads there.
 */
export function stockTaker(deps: Pick<StockDeps, 'holds' | 'purchases'>) {
  const { holds, purchases } = deps;

  /** Gives back what takings hold that came to nothing. */
  async function giveUp(takings: readonly Taking[], placed: readonly PlacedHold[]): Promise<void> {
    for (const taking of takings) await purchases.forgetTaking(taking, taking.limited);
    await holds.giveBack(
      placed.map(({ offerId, hold }) => ({ offerId, take: hold.take, units: hold.units })),
    );
  }

  async function take(
    takings: readonly Taking[],
    offers: ReadonlyMap<OfferId, OfferStock>,
  ): Promise<(DomainError | undefined)[]> {
    const wanted = takings.flatMap(holdsOf);
    const missing = await holds.place(wanted);
    const refusals = await Promise.all(
      takings.map(async (taking) => {
        const lacking = missing.filter(({ hold }) => hold.take === taking.take);
        return lacking.length > 0 ? refusalOf(lacking) : count(taking, offers);
      }),
    );
    const refused = takings.filter((_, at) => refusals[at]);
    if (refused.length > 0) {
      const isPlaced = (one: PlacedHold) =>
        !missing.some(({ offerId, hold }) => offerId === one.offerId && hold.take === one.hold.take);
      await giveUp(refused, refused.flatMap(holdsOf).filter(isPlaced));
    }
    return refusals;
  }

  async function count(
    taking: Taking,
    offers: ReadonlyMap<OfferId, OfferStock>,
  ): Promise<DomainError | undefined> {
    if (taking.limited.length === 0) return undefined;
    const dropAt = new Date(taking.expiresAt.getTime() + keepPurchasesMs);
    const limits = new Map(
      taking.limited.map((id) => [id, { limit: offers.get(id)?.limitPerShopper ?? 0, dropAt }] as const),
    );
    const offerId = await purchases.count(taking, limits);
    if (offerId === undefined) return undefined;
    const limit = limits.get(offerId)?.limit ?? 0;
    return new LimitExceeded(offerId, limit);
  }

  return { take, giveUp: (takings: readonly Taking[]) => giveUp(takings, takings.flatMap(holdsOf)) };
}

function refusalOf(lacking: readonly Missing[]): DomainError {
  const withdrawn = lacking.filter(({ onSale }) => !onSale);
  if (withdrawn.length > 0) return new OfferNotOnSale(withdrawn.map(({ offerId }) => offerId));
  return new OutOfStock(lacking.map(({ offerId, available }) => ({ offerId, available })));
}
