import { LoadScreen } from '@/features/courier-round/LoadScreen';

export default function CourierLoadPage() {
  return <LoadScreen />;
}
