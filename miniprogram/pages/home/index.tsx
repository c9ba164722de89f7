import { HomeScreen } from '@/features/home/HomeScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function HomePage() {
  return <HomeScreen invitedTo={usePageQuery()['pickupPointId']} />;
}
