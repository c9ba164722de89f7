import { FinanceScreen } from '@/features/finance/FinanceScreen';

export default function FinancePage() {
  return <FinanceScreen />;
}
