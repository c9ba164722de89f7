import { DisputeScreen } from '@/features/dispute/DisputeScreen';

export default function DisputePage() {
  return <DisputeScreen />;
}
