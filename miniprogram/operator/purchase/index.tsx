import { PurchaseScreen } from '@/features/purchases/PurchaseScreen';

export default function PurchasePage() {
  return <PurchaseScreen />;
}
