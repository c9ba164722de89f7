import { PaymentScreen } from '@/features/payment/PaymentScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function PaymentPage() {
  const { orderId = '' } = usePageQuery();
  return <PaymentScreen orderId={orderId} />;
}
