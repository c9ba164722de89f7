import { OrdersScreen } from '@/features/group-order/OrdersScreen';

export default function GroupOrdersPage() {
  return <OrdersScreen />;
}
