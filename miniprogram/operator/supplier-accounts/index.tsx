import { SupplierAccountsScreen } from '@/features/supplier-accounts/SupplierAccountsScreen';

export default function SupplierAccountsPage() {
  return <SupplierAccountsScreen />;
}
