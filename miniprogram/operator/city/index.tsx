import { LiveCityScreen } from '@/features/live-city/LiveCityScreen';

export default function LiveCityPage() {
  return <LiveCityScreen />;
}
