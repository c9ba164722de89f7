import { randomUUID } from 'node:crypto';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type ordersOfShoppersApi } from '#shared/contracts/orders/ownOrders';
import { type quotesApi } from '#shared/contracts/orders/quotes';
import { type RefundWish } from '#shared/contracts/orders/refunds';
import { cny } from '#shared/contracts/money';
import { type z } from '#shared/contracts/zod';
import { derivedId } from '#shared/kit/ids';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type Order } from '../domain/order';
import { type Refund } from '../domain/refund';
import { cancelOrder } from '../usecases/orders/cancelOrder';
import { type OrdersDeps } from '../usecases/deps';
import { getOrder } from '../usecases/orders/getOrder';
import { inTurn } from '../usecases/orders/inTurn';
import { listOwnOrders } from '../usecases/orders/listOwnOrders';
import { placeOrder } from '../usecases/orders/placeOrder';
import { quoteCart } from '../usecases/orders/quoteCart';
import { refundOffer } from '../usecases/refunds/refundOffer';
import { previewRefund } from '../usecases/refunds/previewRefund';
import { refundOrder } from '../usecases/refunds/refundOrder';
import { retryRefund } from '../usecases/refunds/retryRefund';
import { reorder } from '../usecases/orders/reorder';
import { searchOrders } from '../usecases/orders/searchOrders';
import { presentOrder } from './presentOrder';
import { presentQuote } from './presentQuote';
import { presentOrderSummary } from './presentOrderSummary';

const refundWishOf = ({
  lines,
  deliveryFee,
  reason,
  goods,
  payer,
  payerAccountId,
}: z.output<typeof RefundWish>) => ({
  ...{ reason, goods },
  ...(payer ? { payer: { payer, accountId: payerAccountId } } : {}),
  lines: lines.map(({ lineId, amount, units }) => ({ lineId, fen: amount?.amount, units })),
  deliveryFeeFen: deliveryFee?.amount ?? 0,
});

const presentPreview = (refund: Pick<Refund, 'fen' | 'deliveryFeeFen' | 'lines'> | undefined) => ({
  total: cny(refund?.fen ?? 0),
  deliveryFee: cny(refund?.deliveryFeeFen ?? 0),
  lines: (refund?.lines ?? []).map(({ lineId, fen }) => ({ lineId, amount: cny(fen) })),
});

type Routes = Handlers<typeof quotesApi & typeof ordersOfShoppersApi>;

/** The secret that pays an order is its shopper's alone. */
const withoutStep = (view: OrderView): OrderView => ({
  ...view,
  payment: { ...view.payment, step: { kind: 'none' } },
});

/** Quotes, orders and refunds: every operation on a line or two. */
export function orderRoutes(
  deps: OrdersDeps & { readonly countPlaced: (key: string) => Promise<number> },
): Routes {
  const { now } = deps;
  const present = (order: Order) => presentOrder(order, now());
  const presentForStaff = (order: Order) => presentOrder(order, now(), 'staff');
  const presentSummary = (order: Order) => presentOrderSummary(order, now());
  const placing = { ...deps, presentQuote, inTurn: inTurn(), token: randomUUID };
  return {
    quoteCart: async ({ body, caller }) => presentQuote(await quoteCart(deps, body, caller?.accountId)),
    placeOrder: async ({ body, caller: { accountId }, key }) =>
      present(
        await placeOrder(placing, {
          accountId,
          orderId: key.newId('ord'),
          fingerprint: key.fingerprint,
          wish: body,
        }),
      ),
    listOwnOrders: async ({ query, caller }) =>
      presentPage(await listOwnOrders(deps, caller, query), presentSummary),
    searchOrders: async ({ query: { cursor, limit, ...search } }) =>
      presentPage(await searchOrders(deps, search, { cursor, limit }), presentSummary),
    getOrder: async ({ params, caller }) => {
      const order = await getOrder(deps, caller, params.orderId);
      return order.accountId === caller.accountId ? present(order) : withoutStep(presentForStaff(order));
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
    refundOrder: async ({ params: { orderId }, body, caller, key }) => {
      const refundId = derivedId('ref', orderId, key.scoped ?? '');
      const by = caller.accountId;
      return presentForStaff(await refundOrder(deps, { orderId, refundId, by, ...refundWishOf(body) }));
    },
    previewRefund: async ({ params: { orderId }, body }) =>
      presentPreview(await previewRefund(deps, { orderId, ...refundWishOf(body) })),
    refundOffer: ({ params: { offerId }, body: { cycleId, cursor } }) =>
      refundOffer(deps, { offerId, cycleId, wish: { cursor, limit: 100 } }),
    retryRefund: async ({ params: { orderId, refundId } }) =>
      presentForStaff(await retryRefund(deps, orderId, refundId)),
  };
}
