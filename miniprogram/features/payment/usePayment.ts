import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type PaymentMethod, type PaymentView } from '#shared/contracts/orders/paymentViews';
import { api } from '@/client/api';
import { isProblem, messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { serverNow } from '@/platform/clock';
import { returned } from '@/platform/openExternal';
import { payerCode, paymentHost } from '@/platform/paymentHost';
import { type PayerCode } from '@/platform/paymentHostTypes';

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

const wishOf = (orderId: string, method: PaymentMethod, { loginCode, authCode }: PayerCode) => {
  const back = { returnPath: returnPath(orderId) };
  const host = paymentHost();
  switch (method) {
    case 'card':
      return { method, ...back };
    case 'alipay':
      return { method, host, ...back, ...(authCode === undefined ? {} : { authCode }) };
    case 'wechat_pay':
      return { method, host, ...back, ...(loginCode === undefined ? {} : { loginCode }) };
  }
};

/** Begins to pay in one way; what was begun before is given up. `mend` says whether it does something against what went wrong. */
export const useBeginPayment = (
  orderId: string,
  onBegun: (payment: PaymentView) => void,
  mend: (error: unknown) => boolean,
) => {
  const queryClient = useQueryClient();
  /** One wish says the same each time that it is sent: a code is new each time that it is asked for. */
  const payer = useRef<{ readonly key: string; readonly code: Promise<PayerCode> } | undefined>(undefined);
  return useWrite(
    async (key, method: PaymentMethod) => {
      if (payer.current?.key !== key) payer.current = { key, code: payerCode() };
      const body = wishOf(orderId, method, await payer.current.code);
      return api.orders.beginPayment({ params: { orderId }, body, idempotencyKey: key });
    },
    {
      onSuccess: (payment) => {
        queryClient.setQueryData(['payment', orderId], payment);
        onBegun(payment);
      },
      onError: (error) => {
        if (mend(error)) return;
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
