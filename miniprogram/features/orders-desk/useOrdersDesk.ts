import { useQuery } from '@tanstack/react-query';
import { type InputOf, type ReplyOf } from '#shared/contracts/endpoint';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type ordersApi } from '#shared/contracts/orders';
import { contactPhone, phoneTail } from '#shared/contracts/phone';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';
import { useDebounced } from '@/client/useDebounced';

export type FoundOrder = ReplyOf<typeof ordersApi.searchOrders>['items'][number];
export type RefundWish = InputOf<typeof ordersApi.previewRefund>['body'];

/** An order number as people read it out, as it is stored. */
const orderIdOf = (words: string): string | undefined => {
  const id = words.replace(/\s/g, '');
  if (/^ord_/i.test(id)) return `ord_${id.slice(4).toUpperCase()}`;
  return /^[0-9A-Za-z]{16,}$/.test(id) && !/^\d+$/.test(id) ? `ord_${id.toUpperCase()}` : undefined;
};

/** Orders by the phone of who receives them, or by their number; with no words those whose refund failed. */
export const useFoundOrders = (words: string) => {
  const sought = useDebounced(words.trim());
  const orderId = orderIdOf(sought);
  const phone = contactPhone(sought);
  const isReadable = sought === '' || orderId !== undefined || phone !== undefined;
  const pages = usePages({
    queryKey: ['desk-orders', sought],
    enabled: isReadable,
    load: async (cursor) => {
      if (orderId !== undefined)
        return { items: [summaryOf(await api.orders.getOrder({ params: { orderId } }))] };
      return api.orders.searchOrders({
        query: {
          limit: '30',
          ...(phone === undefined ? { refund: 'failed' as const } : { phone }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      });
    },
  });
  return { ...pages, isReadable, isSearch: sought !== '' };
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
