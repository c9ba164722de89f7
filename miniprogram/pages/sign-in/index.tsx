import { SignInScreen } from '@/features/sign-in/SignInScreen';

export default function SignInPage() {
  return <SignInScreen />;
}
