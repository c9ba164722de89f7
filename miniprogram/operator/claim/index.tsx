import { ClaimCaseScreen } from '@/features/claims-desk/ClaimCaseScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function ClaimCasePage() {
  const { orderId = '', claimId = '' } = usePageQuery();
  return <ClaimCaseScreen orderId={orderId} claimId={claimId} />;
}
