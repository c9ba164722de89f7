import { useEffect } from 'react';
import { TodayScreen } from '@/features/leader-today/TodayScreen';
import { preloadPages } from '@/platform/preloadPages';

export default function LeaderTodayPage() {
  useEffect(() => preloadPages('leader/hand-out/'), []);
  return <TodayScreen />;
}
