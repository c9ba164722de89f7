import { RouteBoardScreen } from '@/features/route-board/RouteBoardScreen';

export default function RouteBoardPage() {
  return <RouteBoardScreen />;
}
