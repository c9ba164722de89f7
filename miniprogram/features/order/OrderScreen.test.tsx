import { act, screen } from '@testing-library/react';
import { useFollow } from '@/client/realtime';
import { queryClient } from '@/client/queries';
import { answerApi } from '@/testing/api';
import { anOrder } from '@/testing/orders';
import { show, signedIn } from '@/testing/show';
import { OrderScreen } from './OrderScreen';

jest.mock('@/client/realtime');

test('what the leader writes to the group appears on the open order', async () => {
  queryClient.clear();
  signedIn('shopper');
  answerApi({
    'GET /orders/ord_1': () => ({ body: anOrder() }),
    'GET /tracking/orders/ord_1': () => ({ status: 404, body: { code: 'NOT_FOUND' } }),
  });
  show(<OrderScreen orderId="ord_1" />);
  await screen.findByRole('heading', { name: 'Progress' });
  expect(screen.queryByText('From your leader')).toBeNull();
  const follow = jest.mocked(useFollow).mock.calls.at(-1)?.[1];
  const message = { messageId: 'msg_1', groupOrderId: 'grp_1', text: 'The goods are here.' };
  const toOthers = { ...message, groupOrderId: 'grp_2', text: 'To another group.' };
  for (const one of [message, toOthers])
    act(() => follow?.onMessage?.({ name: 'group_message', message: one } as never));
  expect(screen.queryByText('To another group.')).toBeNull();
  screen.getByRole('heading', { name: 'From your leader' });
  screen.getByText('The goods are here.');
});
