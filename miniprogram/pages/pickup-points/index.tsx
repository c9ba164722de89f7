import { PickupPointsScreen } from '@/features/pickup-points/PickupPointsScreen';

export default function PickupPointsPage() {
  return <PickupPointsScreen />;
}
