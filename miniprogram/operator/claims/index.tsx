import { ClaimsDeskScreen } from '@/features/claims-desk/ClaimsDeskScreen';

export default function ClaimsPage() {
  return <ClaimsDeskScreen />;
}
