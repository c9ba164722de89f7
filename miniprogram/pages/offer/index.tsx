import { OfferScreen } from '@/features/offer/OfferScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function OfferPage() {
  const { offerId = '', pickupPointId } = usePageQuery();
  return <OfferScreen offerId={offerId} invitedTo={pickupPointId} />;
}
