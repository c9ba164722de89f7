import { OffersScreen } from '@/features/offers/OffersScreen';

export default function OffersPage() {
  return <OffersScreen />;
}
