import { type OrderStatus } from '#shared/contracts/events/orders';
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

/** Where an order is, in a word. */
export function OrderStatusTag({ status }: { status: OrderStatus }) {
  const t = useTexts(orderTexts);
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
