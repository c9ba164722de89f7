import { CouriersScreen } from '@/features/couriers/CouriersScreen';

export default function CouriersPage() {
  return <CouriersScreen />;
}
