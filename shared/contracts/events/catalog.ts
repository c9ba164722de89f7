import { z } from '../zod';
import { Instant } from '../common';
import { CityId, CycleId, OfferId, OrderId } from '../ids';
import { CityRules } from '../cityRules';

export const catalogEvents = {
  /** When an operator changed a city's rules. */
  'catalog.city_rules_changed.v1': z.object({ cityId: CityId, rules: CityRules }),
  /** When a cycle was made or rescheduled; never after it opened. */
  'catalog.cycle_scheduled.v1': z.object({
    cycleId: CycleId,
    cityId: CityId,
    opensAt: Instant,
    cutoffAt: Instant,
    pickupDate: z.string(),
  }),
  /** When the content of a cycle's offers changed (an offer added, a price, a picture): drop what you cached of it. */
  'catalog.offers_changed.v1': z.object({ cycleId: CycleId, offerIds: z.array(OfferId) }),
  /** After a hold ran out and its stock was given back; the order that had it can no longer be paid without taking stock again. */
  'catalog.reservation_expired.v1': z.object({ orderId: OrderId }),
};
