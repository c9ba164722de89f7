import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type PaymentProviders } from '../clients/paymentProviders';
import { type Catalog, type Delivery, type Terms } from '../clients/terms';
import { type Stores } from '../storage/stores';

/** What the use cases of orders work with; each takes the part that it needs. */
export type OrdersDeps = Stores & {
  readonly catalog: Catalog;
  readonly delivery: Delivery;
  readonly terms: Terms;
  readonly payments: PaymentProviders;
  readonly now: Clock;
  readonly log: Log;
};
