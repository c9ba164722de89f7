import { type Clock } from '#shared/kit/clock';
import { type Log } from '#shared/kit/log/log';
import { type Catalog, type Terms } from '../clients/terms';
import { type PaymentProvider } from '../clients/paymentProvider';
import { type OrderStore } from '../storage/orderStore';
import { type PointDays } from '../storage/pointDayStore';

/** What the use cases of orders and payments work with. */
export type OrdersDeps = {
  readonly orders: OrderStore;
  readonly pointDays: PointDays;
  readonly catalog: Catalog;
  readonly terms: Terms;
  readonly payments: PaymentProvider;
  readonly now: Clock;
  readonly log: Log;
};
