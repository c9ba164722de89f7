import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { event } from '../event';

/** Told when something about an offer other than its stock changed. */
export const offersChanged = (cycleId: CycleId, offerId: OfferId, now: Date) =>
  event('catalog.offers_changed.v1', offerId, { cycleId, offerIds: [offerId] }, { now });
