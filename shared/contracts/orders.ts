import { booksApi } from './orders/books';
import { claimsApi } from './orders/claims';
import { consolidationsApi } from './orders/consolidations';
import { groupOrdersApi } from './orders/groupOrders';
import { ordersOfShoppersApi } from './orders/ownOrders';
import { paymentsApi } from './orders/payments';
import { quotesApi } from './orders/quotes';

/** Quotes, orders, payments, refunds, group orders, consolidations, books, claims: what people may ask of orders. */
export const ordersApi = {
  ...quotesApi,
  ...ordersOfShoppersApi,
  ...paymentsApi,
  ...groupOrdersApi,
  ...consolidationsApi,
  ...booksApi,
  ...claimsApi,
};
