import { type AccountId, type CycleId, type OfferId, type OrderId } from '#shared/contracts/ids';
import { type DomainError, Refused } from '#shared/kit/domainError';
import { CycleClosed, LimitExceeded, OfferNotOnSale, OutOfStock } from './stockRefusals';
import { type StockLine } from './reservation';

export type StockRequest = {
  readonly orderId: OrderId;
  /** Names this try to place the order. */
  readonly placing: string;
  readonly accountId: AccountId;
  readonly cycleId: CycleId;
  readonly lines: readonly StockLine[];
};

/** The part of an offer that decides about reserving. */
export type OfferStock = {
  readonly _id: OfferId;
  readonly cycleId: CycleId;
  readonly onSale: boolean;
  readonly available: number;
  readonly flash: boolean;
  readonly limitPerShopper?: number;
};

export type CycleWindow = { readonly opensAt: Date; readonly cutoffAt: Date };

/** What is known when a batch of requests is decided. */
export type StockFacts = {
  readonly offers: ReadonlyMap<OfferId, OfferStock>;
  readonly cycles: ReadonlyMap<CycleId, CycleWindow>;
  /** Units of an offer that an account has paid or reserved, by `purchaseId`. */
  readonly purchased: ReadonlyMap<string, number>;
};

export const purchaseId = (offerId: OfferId, accountId: AccountId): string => `${offerId}|${accountId}`;

/** Units wanted of each offer: an order may name one offer in several lines. */
export function unitsByOffer(lines: readonly StockLine[]): Map<OfferId, number> {
  const units = new Map<OfferId, number>();
  for (const { offerId, quantity } of lines) units.set(offerId, (units.get(offerId) ?? 0) + quantity);
  return units;
}

/**
 * Decides requests in the order in which they came: each gets all its lines or a refusal, and what one takes the next no longer
 * finds. Selling is open on [opensAt, cutoffAt) at the time of this decision, however long a request waited for it.
 */
export function allot(
  requests: readonly StockRequest[],
  facts: StockFacts,
  now: Date,
): (DomainError | undefined)[] {
  const available = new Map([...facts.offers].map(([id, offer]) => [id, offer.available]));
  const purchased = new Map(facts.purchased);
  return requests.map((request) => {
    const wanted = unitsByOffer(request.lines);
    const refusal =
      closed(request, facts, now) ??
      notOnSale(request, wanted, facts) ??
      overLimit(request, wanted, { ...facts, purchased }) ??
      short(wanted, available);
    if (refusal) return refusal;
    for (const [offerId, units] of wanted) {
      available.set(offerId, (available.get(offerId) ?? 0) - units);
      const id = purchaseId(offerId, request.accountId);
      purchased.set(id, (purchased.get(id) ?? 0) + units);
    }
    return undefined;
  });
}

function closed({ cycleId }: StockRequest, { cycles }: StockFacts, now: Date): DomainError | undefined {
  const cycle = cycles.get(cycleId);
  if (!cycle) return new Refused('CYCLE_CLOSED');
  return now >= cycle.opensAt && now < cycle.cutoffAt ? undefined : new CycleClosed(cycle);
}

function notOnSale(
  { cycleId }: StockRequest,
  wanted: ReadonlyMap<OfferId, number>,
  { offers }: StockFacts,
): DomainError | undefined {
  const missing = [...wanted.keys()].filter((offerId) => {
    const offer = offers.get(offerId);
    return offer?.onSale !== true || offer.cycleId !== cycleId;
  });
  return missing.length > 0 ? new OfferNotOnSale(missing) : undefined;
}

function overLimit(
  { accountId }: StockRequest,
  wanted: ReadonlyMap<OfferId, number>,
  { offers, purchased }: StockFacts,
): DomainError | undefined {
  for (const [offerId, units] of wanted) {
    const limit = offers.get(offerId)?.limitPerShopper;
    const bought = purchased.get(purchaseId(offerId, accountId)) ?? 0;
    if (limit !== undefined && bought + units > limit) return new LimitExceeded(offerId, limit);
  }
  return undefined;
}

function short(
  wanted: ReadonlyMap<OfferId, number>,
  available: ReadonlyMap<OfferId, number>,
): DomainError | undefined {
  const lacking = [...wanted]
    .map(([offerId, units]) => ({ offerId, units, available: available.get(offerId) ?? 0 }))
    .filter((one) => one.available < one.units);
  return lacking.length > 0
    ? new OutOfStock(lacking.map((one) => ({ offerId: one.offerId, available: one.available })))
    : undefined;
}
