import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useFollow } from '@/client/realtime';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { translateNow } from '@/i18n/texts';
import { persisted } from '@/platform/persisted';
import { pickupCodeTexts } from './texts';

const isCode = (value: unknown): value is PickupCodeView =>
  typeof value === 'object' && value !== null && 'digits' in value && 'qr' in value;
const keptCode = (orderId: string) => persisted<PickupCodeView>(`pickup-code:${orderId}`, 1, isCode);

/** The code of an order: once loaded it is kept on the device and shown without a signal. */
export const usePickupCode = (orderId: string) => {
  const queryClient = useQueryClient();
  const queryKey = ['pickup-code', orderId];
  const kept = keptCode(orderId);
  const query = useQuery({
    queryKey,
    queryFn: () => api.delivery.getPickupCode({ params: { orderId } }),
    initialData: kept.read,
    initialDataUpdatedAt: 0,
  });
  const code = query.data;
  useEffect(() => {
    if (!code) return;
    if (code.status === 'redeemed' || code.status === 'void') keptCode(orderId).clear();
    else keptCode(orderId).write(code);
  }, [code, orderId]);
  useFollow(code && { kind: 'order', orderId: code.orderId }, {
    onMessage: ({ name }) => {
      if (name === 'order_changed') void queryClient.invalidateQueries({ queryKey });
    },
  });
  return query;
};

/** Gives the code to somebody else, or takes it back. */
export const useProxy = (orderId: string) => {
  const queryClient = useQueryClient();
  const put = (code: PickupCodeView) => queryClient.setQueryData(['pickup-code', orderId], code);
  const onError = (error: unknown) => showToast(messageOf(error), 'problem');
  const give = useWrite(
    (key, name: string) =>
      api.delivery.giveToProxy({
        params: { orderId },
        body: name.trim() === '' ? {} : { name: name.trim() },
        idempotencyKey: key,
      }),
    { onSuccess: put, onError },
  );
  const revoke = useWrite(() => api.delivery.revokeProxy({ params: { orderId } }), {
    onSuccess: (code) => {
      put(code);
      showToast(translateNow(pickupCodeTexts)('revoked'));
    },
    onError,
  });
  return { give, revoke };
};
