import { type PaymentHost, type PaymentMethod } from '#shared/contracts/orders/paymentViews';
import { type OrdersDeps } from '../deps';

/** The ways to pay that are offered where a person is, best first; whether their providers answer at this moment is not asked. */
export const listPaymentMethods = (
  { payments }: Pick<OrdersDeps, 'payments'>,
  host: PaymentHost,
): PaymentMethod[] => payments.methodsIn(host);
