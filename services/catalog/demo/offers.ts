import { LotId, OfferId } from '#shared/contracts/ids';
import { cny } from '#shared/kit/money';
import { newOffer, type ConditionsGiven } from '../domain/newOffer';
import { type Offer, type OfferContent } from '../domain/offer';
import { type Cycle, type Lot } from '../domain/range';
import { type DemoSku } from './range';

const dayMs = 24 * 3600 * 1000;
const lotDays = 7;
/** A Sku is on promotion one day in so many: more than the thirty days of price history that a struck price needs. */
const promotionDays = 34;
const commissions = [1_000, 800, 1_200, 1_500] as const;

/** `2026-03-01` → `20260301` */
export const compactDay = (day: string): string => day.replaceAll('-', '');
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / dayMs);
const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** The lot that a Sku sells on a day: a new one every week. */
export function demoLot(
  sku: DemoSku,
  index: number,
  day: string,
  { supplierName, supplierNameEn }: Pick<Lot, 'supplierName' | 'supplierNameEn'>,
): Lot {
  const week = Math.floor((dayNumber(day) + index) / lotDays);
  const producedOn = dayOf(week * lotDays - index - 1);
  return {
    _id: LotId.parse(`lot_${sku._id.slice(4)}w${week}`),
    skuId: sku._id,
    supplierId: sku.supplierId,
    supplierName,
    ...(supplierNameEn === undefined ? {} : { supplierNameEn }),
    code: `${compactDay(producedOn)}-${sku._id.slice(4)}`,
    origin: sku.origin.zh,
    originEn: sku.origin.en,
    producedOn,
    bestBefore: dayOf(week * lotDays - index - 1 + lotDays + sku.keeps),
    certificate: `HZ${compactDay(producedOn)}${sku._id.slice(4)}`,
    units: 5_000,
    version: 1,
  };
}

/**
 * What is offered on the day of a cutoff. The same Sku and day always give the same offer.
 * @param wasOnSale whether the Sku was on sale the day before: only then may its former price be struck through.
 */
export function demoOffer(
  sku: DemoSku,
  index: number,
  {
    cycle,
    day,
    content,
    lotId,
    wasOnSale,
  }: {
    cycle: Cycle;
    day: string;
    content: OfferContent;
    lotId: LotId;
    wasOnSale: boolean;
  },
): Offer {
  return newOffer(OfferId.parse(`off_${compactDay(day)}x${sku._id.slice(4)}`), cycle, content, {
    conditions: { ...conditions(sku, index, wasOnSale && isPromoted(index, day)), lotId },
    stock: index % 20 === 7 ? 100 : 300 + ((index * 37) % 1_700),
    // Before it opens: from the first moment on, this is its price.
    at: new Date(cycle.opensAt.getTime() - 3600 * 1000),
    outbox: [],
  });
}

const isPromoted = (index: number, day: string): boolean =>
  index % 20 !== 7 && index % 50 !== 11 && index % promotionDays === dayNumber(day) % promotionDays;

function conditions(sku: DemoSku, index: number, promoted: boolean): ConditionsGiven {
  const part = (percent: number) => cny(Math.max(1, Math.round((sku.fen * percent) / 100)));
  const usual = {
    price: part(100),
    clearance: false,
    tiers: [],
    flash: false,
    commissionBasisPoints: commissions[index % commissions.length] ?? 1_000,
    rank: (index * 7_919) % 1_000,
    ...(index % 15 === 2 ? { limitPerShopper: 5 } : {}),
  };
  // Flash and clearance prices are the same every day: no other price is struck through.
  if (index % 20 === 7)
    return { ...usual, price: part(85), flash: true, limitPerShopper: 2, rank: 3_500 - index };
  if (index % 50 === 11) return { ...usual, price: part(60), clearance: true };
  if (promoted) return { ...usual, price: part(88), strikePrice: part(100), rank: 2_900 - index };
  if (index % 10 === 3) return { ...usual, group: groupTarget(index), rank: 2_400 - index };
  if (index % 8 === 5)
    return {
      ...usual,
      tiers: [
        { fromUnits: 10, price: part(92) },
        { fromUnits: 30, price: part(85) },
      ],
      rank: 1_500,
    };
  return usual;
}

const groupTarget = (index: number) =>
  index % 20 === 3 ? { kind: 'shoppers' as const, count: 3 } : { kind: 'units' as const, count: 8 };
