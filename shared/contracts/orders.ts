import { commissionsApi } from './orders/commissions';
import { consolidationsApi } from './orders/consolidations';
import { groupOrdersApi } from './orders/groupOrders';
import { ordersOfShoppersApi } from './orders/ownOrders';
import { paymentsApi } from './orders/payments';
import { quotesApi } from './orders/quotes';

/** Quotes, orders, payments, refunds, group orders, consolidations, commissions: what people may ask of orders. */
export const ordersApi = {
  ...quotesApi,
  ...ordersOfShoppersApi,
  ...paymentsApi,
  ...groupOrdersApi,
  ...consolidationsApi,
  ...commissionsApi,
};
