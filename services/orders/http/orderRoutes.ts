import { randomUUID } from 'node:crypto';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type ordersOfShoppersApi } from '#shared/contracts/orders/ownOrders';
import { type paymentsApi } from '#shared/contracts/orders/payments';
import { type quotesApi } from '#shared/contracts/orders/quotes';
import { Refused } from '#shared/kit/domainError';
import { derivedId } from '#shared/kit/ids';
import { type Handlers } from '#shared/kit/http/handler';
import { openAttempt } from '../domain/attempts';
import { type Order } from '../domain/order';
import { isSearchable, ownOrders, searchOrders } from '../storage/orderListStore';
import { beginPayment } from '../usecases/payments/beginPayment';
import { cancelOrder } from '../usecases/orders/cancelOrder';
import { type OrdersDeps } from '../usecases/deps';
import { inTurn } from '../usecases/orders/inTurn';
import { ownOrder, visibleOrder } from '../usecases/orders/ownOrder';
import { placeOrder } from '../usecases/orders/placeOrder';
import { quoteForScreen } from '../usecases/orders/quoteCart';
import { settleAttempt } from '../usecases/payments/followAttempt';
import { refundOrder, retryRefund } from '../usecases/refunds/refundOrder';
import { reorder } from '../usecases/orders/reorder';
import { presentOrder } from './presentOrder';
import { presentPayment } from './presentPayment';
import { presentQuote } from './presentQuote';
import { presentPage } from './presentOrderSummary';

type Routes = Handlers<typeof quotesApi & typeof ordersOfShoppersApi & typeof paymentsApi>;

/** The secret that pays an order is its shopper's alone. */
const withoutStep = (view: OrderView): OrderView => ({
  ...view,
  payment: { ...view.payment, step: { kind: 'none' } },
});

/** Quotes, orders, payments and refunds: every operation on a line or two. */
export function shopperRoutes(deps: OrdersDeps): Routes {
  const { orders, now } = deps;
  const present = (order: Order) => presentOrder(order, now());
  const placing = { ...deps, presentQuote, inTurn: inTurn(), token: randomUUID };
  return {
    quoteCart: async ({ body, caller }) => presentQuote(await quoteForScreen(deps, body, caller?.accountId)),
    placeOrder: async ({ body, caller: { accountId }, key }) =>
      present(
        await placeOrder(placing, {
          accountId,
          orderId: key.newId('ord'),
          fingerprint: key.fingerprint,
          wish: body,
        }),
      ),
    listOwnOrders: async ({ query, caller: { accountId } }) =>
      presentPage(await ownOrders(orders.collection, { accountId, ...query }), now()),
    searchOrders: async ({ query: { cursor, limit, ...search } }) => {
      if (!isSearchable(search))
        throw new Refused(
          'MALFORMED_REQUEST',
          'Name a cycle, an account or a phone, or ask for failed refunds',
        );
      return presentPage(await searchOrders(orders.collection, search, { cursor, limit }), now());
    },
    getOrder: async ({ params, caller }) => {
      const order = await visibleOrder(deps, caller, params.orderId);
      return order.accountId === caller.accountId ? present(order) : withoutStep(present(order));
    },
    cancelOrder: async ({ params, caller }) => present(await cancelOrder(deps, caller, params.orderId)),
    reorder: async ({ params, caller }) => {
      const { unavailable, lines, ...rest } = await reorder(deps, caller, params.orderId);
      return {
        ...rest,
        lines: [...lines],
        unavailable: unavailable.map(({ line, reason }) => ({ title: line.offer.title, reason })),
      };
    },
    beginPayment: async ({ params: { orderId }, body, caller, key }) =>
      presentPayment(
        await beginPayment(deps, caller, {
          orderId,
          paymentId: derivedId('pay', orderId, key.scoped ?? ''),
          fingerprint: key.fingerprint,
          wish: body,
        }),
      ),
    getPayment: async ({ params, caller }) => {
      const order = await ownOrder(deps, caller, params.orderId);
      const attempt = order.status === 'awaiting_payment' ? openAttempt(order) : undefined;
      return presentPayment(attempt ? await settleAttempt(deps, order, attempt) : order);
    },
    refundOrder: async ({ params: { orderId }, body: { lines, deliveryFee, reason }, key }) =>
      present(
        await refundOrder(deps, {
          orderId,
          refundId: derivedId('ref', orderId, key.scoped ?? ''),
          reason,
          lines: lines.map(({ lineId, amount }) => ({ lineId, fen: amount.amount })),
          deliveryFeeFen: deliveryFee?.amount ?? 0,
        }),
      ),
    retryRefund: async ({ params: { orderId, refundId } }) =>
      present(await retryRefund(deps, orderId, refundId)),
  };
}
