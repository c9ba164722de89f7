import { ShareScreen } from '@/features/share-offers/ShareScreen';

export default function ShareOffersPage() {
  return <ShareScreen />;
}
