import { PurchasesScreen } from '@/features/purchases/PurchasesScreen';

export default function PurchasesPage() {
  return <PurchasesScreen />;
}
