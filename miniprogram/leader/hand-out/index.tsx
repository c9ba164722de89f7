import { HandOutScreen } from '@/features/hand-out/HandOutScreen';

export default function HandOutPage() {
  return <HandOutScreen />;
}
