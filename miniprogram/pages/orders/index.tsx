import { OrdersScreen } from '@/features/orders/OrdersScreen';

export default function OrdersPage() {
  return <OrdersScreen />;
}
