import { OfferScreen } from '@/features/offers/OfferScreen';

export default function OfferPage() {
  return <OfferScreen />;
}
