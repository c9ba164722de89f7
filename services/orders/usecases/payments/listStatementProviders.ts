import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { type OrdersDeps } from '../deps';

/** The providers that are set up, and so can be asked for statements. */
export const listStatementProviders = ({ payments }: Pick<OrdersDeps, 'payments'>): PaymentProviderName[] =>
  payments.all.map(({ name }) => name);
