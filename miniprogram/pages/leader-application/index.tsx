import { ApplicationScreen } from '@/features/leader-application/ApplicationScreen';

export default function LeaderApplicationPage() {
  return <ApplicationScreen />;
}
