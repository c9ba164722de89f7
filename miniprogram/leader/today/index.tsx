import { TodayScreen } from '@/features/leader-today/TodayScreen';

export default function LeaderTodayPage() {
  return <TodayScreen />;
}
