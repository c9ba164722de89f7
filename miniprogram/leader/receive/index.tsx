import { ReceiveScreen } from '@/features/receive/ReceiveScreen';

export default function ReceivePage() {
  return <ReceiveScreen />;
}
