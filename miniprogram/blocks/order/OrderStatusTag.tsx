import { type OrderStatus } from '#shared/contracts/events/orders';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { Tag, type Tone } from '@/design/components/Tag';
import { useTexts } from '@/i18n/texts';
import { orderTexts } from './orderTexts';

const tones: Record<OrderStatus, Tone> = {
  awaiting_payment: 'tomato',
  paid: 'leaf',
  consolidated: 'leaf',
  in_transit: 'sky',
  ready: 'yolk',
  collected: 'plain',
  closed: 'plain',
  expired: 'plain',
  cancelled: 'plain',
  failed: 'plain',
};

type Named = Pick<OrderView, 'status' | 'fulfilment'>;

/** What a status is called: nobody collects what is brought to the door. */
export const statusName = ({ status, fulfilment }: Named): keyof (typeof orderTexts)['zh'] =>
  fulfilment === 'door' && (status === 'ready' || status === 'collected') ? `${status}Door` : status;

/** Where an order is, in a word. */
export function OrderStatusTag({ order }: { order: Named }) {
  const t = useTexts(orderTexts);
  return <Tag tone={tones[order.status]}>{t(statusName(order))}</Tag>;
}
