import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type PaymentMethod, type PaymentView } from '#shared/contracts/orders/paymentViews';
import { api } from '@/client/api';
import { isProblem, messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { serverNow } from '@/platform/clock';
import { returned } from '@/platform/openExternal';

const pollMs = 2000;
/** What is decided elsewhere – on the provider's page after a first refusal, in another window – is seen, too. */
const lookAfter: Partial<Record<PaymentView['status'], number>> = {
  waiting: pollMs,
  declined: pollMs,
  none: 5000,
};

/** The server ends an order a moment after its time: until then its status does not say so. */
const isDue = (order: OrderView | undefined): boolean =>
  order?.status === 'awaiting_payment' &&
  order.payBefore !== undefined &&
  Date.parse(order.payBefore) <= serverNow();

export const useOrder = (orderId: string) =>
  useQuery({
    queryKey: ['order', orderId],
    queryFn: () => api.orders.getOrder({ params: { orderId } }),
    refetchInterval: ({ state }) => (isDue(state.data) ? pollMs : false),
  });

/** How the payment stands; asked again and again until it is decided for good. */
export const usePayment = (orderId: string) =>
  useQuery({
    queryKey: ['payment', orderId],
    queryFn: () => api.orders.getPayment({ params: { orderId } }),
    refetchInterval: ({ state }) => (state.data && lookAfter[state.data.status]) ?? false,
    staleTime: 0,
  });

/** The page to come back to from the payment provider's. */
const returnPath = (orderId: string) => `/#/pages/payment/index?orderId=${orderId}&${returned}`;

const wishOf = (orderId: string, method: PaymentMethod) =>
  method === 'wechat_pay' ? { method } : { method, returnPath: returnPath(orderId) };

/** Begins to pay in one way; choosing another one gives the first up. */
export const useBeginPayment = (orderId: string, onBegun: (payment: PaymentView) => void) => {
  const queryClient = useQueryClient();
  return useWrite(
    (key, method: PaymentMethod) =>
      api.orders.beginPayment({ params: { orderId }, body: wishOf(orderId, method), idempotencyKey: key }),
    {
      onSuccess: (payment) => {
        queryClient.setQueryData(['payment', orderId], payment);
        onBegun(payment);
      },
      onError: (error) => {
        // It needs no payment any more: what became of it is shown in a moment, and is no failure.
        if (!isProblem(error, 'ORDER_ACTION_NOT_ALLOWED')) showToast(messageOf(error), 'problem');
        void queryClient.invalidateQueries({ queryKey: ['payment', orderId] });
        void queryClient.invalidateQueries({ queryKey: ['order', orderId] });
      },
    },
  );
};

/** Where the next step is done in a browser, if it has such a page. */
export const pageOf = ({ step }: PaymentView): string | undefined => {
  switch (step.kind) {
    case 'confirm_card':
    case 'show_qr':
      return step.pageUrl;
    case 'redirect':
      return step.url;
    case 'wechat_request_payment':
    case 'alipay_trade_pay':
    case 'none':
      return undefined;
  }
};
