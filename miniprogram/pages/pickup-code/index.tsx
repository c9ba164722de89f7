import { PickupCodeScreen } from '@/features/pickup-code/PickupCodeScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function PickupCodePage() {
  const { orderId = '' } = usePageQuery();
  return <PickupCodeScreen orderId={orderId} />;
}
