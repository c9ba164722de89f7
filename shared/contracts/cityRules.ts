import { CategoryId } from './ids';
import { z } from './zod';

const minutes = (max: number, preset: number) => z.int().min(1).max(max).default(preset);

const basisPointsOfTax = z.int().min(0).max(5_000);

/**
 * Rule 27: the tax that prices include, in basis points of what is left without it. The defaults are China's: 9 % on food and 6 % on
 * services. What is exempt there – vegetables, eggs, fresh meat – is a category of its own with 0.
 */
export const TaxRates = z
  .strictObject({
    /** Goods of every category that `byCategory` does not name. */
    goods: basisPointsOfTax,
    /** What is no goods, as bringing them to the door. */
    services: basisPointsOfTax,
    byCategory: z
      .record(CategoryId, basisPointsOfTax)
      .refine((rates) => Object.keys(rates).length <= 500, 'must name 500 categories at most'),
  })
  .meta({ id: 'TaxRates' });
export type TaxRates = z.infer<typeof TaxRates>;

/** The tax that the price of goods of a category includes, in basis points. */
export const taxRateOf = ({ goods, byCategory }: TaxRates, categoryId: CategoryId): number =>
  byCategory[categoryId] ?? goods;

/**
 * The numbers in the business rules. These are the defaults; an operator can change each of them per city. Nothing else may
 * carry a copy of one.
 */
export const CityRules = z
  .strictObject({
    /** Rule 2: how long stock is held for an unpaid order. */
    reservationMinutes: minutes(120, 15),
    flashReservationMinutes: minutes(60, 5),
    /**
     * Rule 2: how many orders an account may leave unpaid at a time, and units in them all; orders that a leader places for neighbours
     * are counted apart from the leader's own.
     */
    unpaidOrders: z.int().min(1).max(10_000).default(10),
    unpaidUnits: z.int().min(1).max(100_000).default(100),
    unpaidOrdersForNeighbours: z.int().min(1).max(10_000).default(100),
    unpaidUnitsForNeighbours: z.int().min(1).max(100_000).default(1_000),
    /** Rule 2: how many orders an account may place within ten minutes, paid or not. */
    ordersPerTenMinutes: z.int().min(1).max(100_000).default(30),
    ordersPerTenMinutesForNeighbours: z.int().min(1).max(100_000).default(300),
    /** Rule 3: how long after cutoff a payment begun before it may finish. */
    paymentGraceMinutes: minutes(60, 5),
    /** What an order must come to, in fen: the payment provider takes nothing smaller. */
    minimumOrderFen: z.int().min(100).max(100_000).default(100),
    /** Rule 11: a weighed line is authorised for this share above its nominal weight, in percent. */
    weighingTolerancePercent: z.int().min(0).max(50).default(10),
    /** Rule 18: a weight that differs by more than this share from the nominal one is asked about again, in percent. */
    weightBandPercent: z.int().min(1).max(100).default(30),
    /** Rule 6: net of discounts, in fen; 0 means that door delivery always costs its fee. */
    freeDeliveryThresholdFen: z.int().min(0).max(1_000_000).default(9_900),
    /** Rule 15: what it costs to bring an order to the door, in fen. */
    doorDeliveryFeeFen: z.int().min(0).max(100_000).default(500),
    /** Rule 12: the hour of the pickup day at which chilled goods are overdue, city time. */
    chilledOverdueHour: z.int().min(0).max(23).default(22),
    /** Chilled goods that come late can be collected for so long at least. */
    leastPickupMinutes: minutes(720, 60),
    ambientOverdueHours: z.int().min(1).max(240).default(48),
    /** Rule 13. */
    freshClaimHours: z.int().min(1).max(240).default(24),
    otherClaimDays: z.int().min(1).max(60).default(7),
    /** Rule 23: claims up to so much, in fen, of an account with at most so many in 30 days, are paid at once. 0: none is. */
    claimInstantLimitFen: z.int().min(0).max(1_000_000).default(2_000),
    claimInstantPer30Days: z.int().min(0).max(100).default(3),
    /** Rule 23: an account with claims on more than this share of its orders of 30 days, in percent, is looked at by a person. */
    claimOrdersPercent: z.int().min(1).max(100).default(30),
    /** Rule 23: a lot with at least so many orders that claim is looked at by a person. */
    claimsOfLot: z.int().min(1).max(10_000).default(5),
    /** Rule 23: how long a person takes to decide at the most, and how long after that an appeal is possible. */
    claimDecisionHours: z.int().min(1).max(240).default(24),
    claimAppealHours: z.int().min(1).max(720).default(72),
    /** Rule 14: share of the commission base in basis points, for offers that name none. */
    commissionBasisPoints: z.int().min(0).max(5_000).default(1_000),
    /** Rule 26, in fen: the least that is paid out, the most in one payout, and the most that a leader may ask for on one day. */
    payoutMinimumFen: z.int().min(1).max(100_000).default(1_000),
    payoutSingleLimitFen: z.int().min(100).max(10_000_000).default(500_000),
    payoutDailyLimitFen: z.int().min(100).max(10_000_000).default(500_000),
    /** Rule 26: the day of the week (1 is Monday) on which everything is paid out by itself; 0: only what leaders ask for. */
    payoutWeekday: z.int().min(0).max(7).default(0),
    /** Crates are planned for so many units at the most. */
    unitsPerCrate: z.int().min(1).max(500).default(30),
    /** A pickup point or warehouse farther than this from the centre of its city is asked about. */
    farFromCityKilometres: z.int().min(1).max(1_000).default(60),
    /** A courier who says to have arrived and is farther than this from the stop is asked why. */
    arrivalMetres: z.int().min(50).max(20_000).default(500),
    /** Rule 9, in °C: a crate of chilled goods, or of frozen goods alone, that is warmer is not handed over before an operator has decided. */
    chilledMaxCelsius: z.number().min(-5).max(30).default(8),
    frozenMaxCelsius: z.number().min(-30).max(0).default(-12),
    /** Average speed of a courier between stops, and the time one handover takes: for ETAs. */
    courierMetresPerMinute: z.int().min(20).max(2_000).default(300),
    handoverMinutes: minutes(120, 6),
    /** Rule 27. A change counts from the next order on: never for one that was placed, nor for a document that was issued. */
    taxRates: TaxRates.default({ goods: 900, services: 600, byCategory: {} }),
  })
  .meta({ id: 'CityRules' });
export type CityRules = z.infer<typeof CityRules>;

export const defaultCityRules: CityRules = CityRules.parse({});
