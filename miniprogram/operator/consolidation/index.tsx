import { ConsolidationScreen } from '@/features/consolidation/ConsolidationScreen';

export default function ConsolidationPage() {
  return <ConsolidationScreen />;
}
