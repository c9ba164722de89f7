import { CheckoutScreen } from '@/features/checkout/CheckoutScreen';

export default function CheckoutPage() {
  return <CheckoutScreen />;
}
