import { type UseQueryResult } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { useLanguageStore } from '@/i18n/language';
import { type HandOutList } from './useHandOutList';
import { WaitingOrders } from './WaitingOrders';

const order = (orderId: string, recipientName: string, more: object = {}) => ({
  ...{ orderId, recipientName, phoneTail: '0001', status: 'ready', fulfilment: 'pickup', lines: [] },
  ...more,
});

test('the leader sees which orders go to a door, and to which', () => {
  useLanguageStore.setState({ language: 'en' });
  const items = [
    order('ord_1', '王梅'),
    order('ord_2', '李雷', { fulfilment: 'door', address: 'Building 3, 502' }),
  ];
  const data = { items, issuedAt: '2026-03-02T02:00:00.000Z' } as unknown as HandOutList;
  render(<WaitingOrders list={{ data, isSuccess: true } as UseQueryResult<HandOutList>} />);
  fireEvent.click(screen.getByRole('button', { name: /李雷.*Building 3, 502/ }));
  const sheet = within(screen.getByRole('dialog'));
  expect([sheet.getByText('To the door'), sheet.getByText('Building 3, 502')]).toHaveLength(2);
});
