import { PlacesScreen } from '@/features/places/PlacesScreen';

export default function PlacesPage() {
  return <PlacesScreen />;
}
