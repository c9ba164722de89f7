import { ClaimScreen } from '@/features/claim/ClaimScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function ClaimPage() {
  const { orderId = '' } = usePageQuery();
  return <ClaimScreen orderId={orderId} />;
}
