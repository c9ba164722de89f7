import { PayoutScreen } from '@/features/payout/PayoutScreen';

export default function PayoutPage() {
  return <PayoutScreen />;
}
