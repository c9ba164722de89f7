import { useQueryClient } from '@tanstack/react-query';
import { type PickupPointId } from '#shared/contracts/ids';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { cartLine, fillCart } from '@/client/cart';
import { choosePlace, currentPlace } from '@/client/place';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { inLanguage } from '@/i18n/bilingual';
import { currentLanguage } from '@/i18n/language';
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

/** Where it will be collected: as chosen on this phone; on one that has not chosen yet, where the old order was collected. */
const collectingPlace = async (pickupPointId: PickupPointId) => {
  const place = currentPlace();
  if (place?.chosen === true) return place;
  const point = await api.delivery.getPickupPoint({ params: { pickupPointId } });
  if (!point.open) return place ?? point;
  choosePlace(point);
  return point;
};

/** The offers of an old order that can be had now, as cart lines. */
const linesNow = async (order: OrderView) => {
  const { pickupPointId, lines, unavailable } = await api.orders.reorder({
    params: { orderId: order.orderId },
  });
  const pages = await Promise.all(
    lines.map(({ offerId }) => api.catalog.readOffer({ params: { offerId }, query: { pickupPointId } })),
  );
  const place = await collectingPlace(pickupPointId);
  const wanted = pages.map(({ offer }, at) => cartLine(offer, lines[at]?.quantity ?? 1));
  return { wanted, missing: unavailable.length, place };
};

/** Puts what an order had into the cart again, as far as it is sold now. */
export const useReorder = () =>
  useWrite((_key, order: OrderView) => linesNow(order), {
    onSuccess: ({ wanted, missing, place }) => {
      const t = translateNow(orderPageTexts);
      const name = inLanguage(place.name, currentLanguage());
      if (wanted.length === 0) {
        showToast(t('againNone'), 'info');
        return;
      }
      fillCart(wanted);
      showToast(missing > 0 ? t('againSome', { n: missing, place: name }) : t('againAdded', { place: name }));
      openTab('cart');
    },
    onError: complain,
  });
