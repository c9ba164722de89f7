import { type EventEnvelope } from '#shared/contracts/events/envelope';
import { type OfferId } from '#shared/contracts/ids';
import { type Offer, type OfferConditions, type OfferContent } from './offer';
import { type Cycle } from './range';

/** An offer with all of its stock free. */
export function newOffer(
  offerId: OfferId,
  cycle: Pick<Cycle, '_id' | 'cityId'>,
  content: OfferContent,
  {
    conditions,
    stock,
    at,
    outbox,
  }: {
    readonly conditions: ConditionsGiven;
    readonly stock: number;
    readonly at: Date;
    readonly outbox: readonly EventEnvelope[];
  },
): Offer {
  const { strikePrice, group, limitPerShopper, lotId, ...rest } = conditions;
  return {
    _id: offerId,
    cycleId: cycle._id,
    cityId: cycle.cityId,
    ...content,
    price: rest.price,
    ...(strikePrice ? { strikePrice } : {}),
    clearance: rest.clearance,
    tiers: rest.tiers,
    ...(group ? { group } : {}),
    ...(limitPerShopper === undefined ? {} : { limitPerShopper }),
    flash: rest.flash,
    commissionBasisPoints: rest.commissionBasisPoints,
    ...(lotId === undefined ? {} : { lotId }),
    rank: rest.rank,
    onSale: true,
    version: 1,
    prices: [{ price: rest.price, from: at }],
    createdAt: at,
    initial: stock,
    adjusted: 0,
    available: stock,
    sold: 0,
    holds: [],
    returns: [],
    adjustments: [],
    outbox,
  };
}

/** Conditions as they come from a request: what is not given may be undefined. */
export type ConditionsGiven = {
  readonly [K in keyof OfferConditions]:
    OfferConditions[K] | (undefined extends OfferConditions[K] ? undefined : never);
};
