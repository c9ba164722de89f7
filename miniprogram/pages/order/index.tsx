import { OrderScreen } from '@/features/order/OrderScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function OrderPage() {
  const { orderId = '' } = usePageQuery();
  return <OrderScreen orderId={orderId} />;
}
