import { OrdersDeskScreen } from '@/features/orders-desk/OrdersDeskScreen';

export default function OrdersDeskPage() {
  return <OrdersDeskScreen />;
}
