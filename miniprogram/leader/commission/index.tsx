import { CommissionScreen } from '@/features/commission/CommissionScreen';

export default function CommissionPage() {
  return <CommissionScreen />;
}
