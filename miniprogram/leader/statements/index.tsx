import { StatementsScreen } from '@/features/statements/StatementsScreen';

export default function StatementsPage() {
  return <StatementsScreen />;
}
