import { useQuery } from '@tanstack/react-query';
import { type InputOf, type ReplyOf } from '#shared/contracts/endpoint';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type ordersApi } from '#shared/contracts/orders';
import { phoneTail } from '#shared/contracts/phone';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';
import { useDebounced } from '@/client/useDebounced';
import { type Sought, soughtBy } from './sought';

export type FoundOrder = ReplyOf<typeof ordersApi.searchOrders>['items'][number];
export type RefundWish = InputOf<typeof ordersApi.previewRefund>['body'];

/** Orders that `words` look for (see `soughtBy`); names, ends of numbers and totals among those of `cycleId`. */
export const useFoundOrders = (words: string, cycleId?: string) => {
  const text = useDebounced(words.trim());
  const sought = soughtBy(text);
  const pages = usePages({
    queryKey: ['desk-orders', text, cycleId],
    enabled: sought.kind !== 'withinCycle' || cycleId !== undefined,
    load: async (cursor) => {
      if (sought.kind === 'order')
        return { items: [summaryOf(await api.orders.getOrder({ params: { orderId: sought.orderId } }))] };
      return api.orders.searchOrders({
        query: { limit: '30', ...queryOf(sought, cycleId), ...(cursor === undefined ? {} : { cursor }) },
      });
    },
  });
  return { ...pages, isSearch: sought.kind !== 'failedRefunds' };
};

const queryOf = (sought: Exclude<Sought, { kind: 'order' }>, cycleId: string | undefined) => {
  if (sought.kind === 'failedRefunds') return { refund: 'failed' as const };
  if (sought.kind === 'phone') return { phone: sought.phone };
  return { ...sought.query, ...(cycleId === undefined ? {} : { cycleId }) };
};

const summaryOf = ({ recipient, lines, ...order }: OrderView): FoundOrder => ({
  ...order,
  recipientName: recipient.name,
  phoneTail: phoneTail(recipient.phone),
  lines: lines.map(({ lineId, title, quantity }) => ({ lineId, title, quantity: quantity.ordered })),
  total: order.amounts.total,
});

export const useDeskOrder = (orderId: string) =>
  useQuery({
    queryKey: ['desk-order', orderId],
    queryFn: () => api.orders.getOrder({ params: { orderId } }),
  });

/** What `wish` would give back now; asked anew whenever the wish or the order is another one. */
export const useRefundPreview = ({ orderId, version }: OrderView, wish: RefundWish | undefined) => {
  const asked = useDebounced(wish ? JSON.stringify(wish) : '');
  const query = useQuery({
    queryKey: ['refund-preview', orderId, version, asked],
    queryFn: () =>
      api.orders.previewRefund({ params: { orderId }, body: JSON.parse(asked) as NonNullable<RefundWish> }),
    enabled: asked !== '',
    retry: false,
  });
  const isOfThis = wish !== undefined && asked === JSON.stringify(wish);
  return { total: isOfThis ? query.data?.total : undefined, error: isOfThis ? query.error : null };
};
