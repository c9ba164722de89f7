import { OperatorHomeScreen } from '@/features/operator-home/OperatorHomeScreen';

export default function OperatorHomePage() {
  return <OperatorHomeScreen />;
}
