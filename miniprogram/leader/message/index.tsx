import { MessageScreen } from '@/features/group-order/MessageScreen';

export default function GroupMessagePage() {
  return <MessageScreen />;
}
