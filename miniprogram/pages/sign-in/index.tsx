import { SignInScreen } from '@/features/sign-in/SignInScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function SignInPage() {
  return <SignInScreen staff={usePageQuery()['as'] === 'staff'} />;
}
