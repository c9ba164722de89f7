import { OverdueScreen } from '@/features/overdue/OverdueScreen';

export default function OverduePage() {
  return <OverdueScreen />;
}
