import { AccountsScreen } from '@/features/accounts/AccountsScreen';

export default function AccountsPage() {
  return <AccountsScreen />;
}
