import { LedgerScreen } from '@/features/finance/LedgerScreen';

export default function LedgerPage() {
  return <LedgerScreen />;
}
