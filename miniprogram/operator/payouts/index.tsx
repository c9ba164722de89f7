import { PayoutsScreen } from '@/features/payouts/PayoutsScreen';

export default function PayoutsPage() {
  return <PayoutsScreen />;
}
