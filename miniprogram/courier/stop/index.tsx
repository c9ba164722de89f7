import { StopScreen } from '@/features/courier-round/StopScreen';

export default function CourierStopPage() {
  return <StopScreen />;
}
