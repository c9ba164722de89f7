import { useQueryClient } from '@tanstack/react-query';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { cartLine, fillCart } from '@/client/cart';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { translateNow } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { orderPageTexts } from './texts';

const complain = (error: unknown) => showToast(messageOf(error), 'problem');

/** Cancels an order before cutoff. */
export const useCancelOrder = (onDone: () => void) => {
  const queryClient = useQueryClient();
  return useWrite((_key, orderId: OrderView['orderId']) => api.orders.cancelOrder({ params: { orderId } }), {
    onSuccess: (order) => {
      queryClient.setQueryData(['order', order.orderId], order);
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      showToast(translateNow(orderPageTexts)('cancelled'));
      onDone();
    },
    onError: (error) => {
      complain(error);
      void queryClient.invalidateQueries({ queryKey: ['order'] });
      onDone();
    },
  });
};

/** The offers of an old order that can be had now, as cart lines. */
const linesNow = async (order: OrderView) => {
  const { pickupPointId, lines, unavailable } = await api.orders.reorder({
    params: { orderId: order.orderId },
  });
  const pages = await Promise.all(
    lines.map(({ offerId }) => api.catalog.readOffer({ params: { offerId }, query: { pickupPointId } })),
  );
  const wanted = pages.map(({ offer }, at) => cartLine(offer, lines[at]?.quantity ?? 1));
  return { wanted, missing: unavailable.length };
};

/** Puts what an order had into the cart again, as far as it is sold now. */
export const useReorder = () =>
  useWrite((_key, order: OrderView) => linesNow(order), {
    onSuccess: ({ wanted, missing }) => {
      const t = translateNow(orderPageTexts);
      if (wanted.length === 0) {
        showToast(t('againNone'), 'info');
        return;
      }
      fillCart(wanted);
      showToast(missing > 0 ? t('againSome', { n: missing }) : t('againAdded'));
      openTab('cart');
    },
    onError: complain,
  });
