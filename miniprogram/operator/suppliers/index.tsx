import { SuppliersScreen } from '@/features/suppliers/SuppliersScreen';

export default function SuppliersPage() {
  return <SuppliersScreen />;
}
