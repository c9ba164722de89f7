import { RoundScreen } from '@/features/courier-round/RoundScreen';

export default function CourierRoutePage() {
  return <RoundScreen />;
}
