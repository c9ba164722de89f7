import { NotFoundScreen } from '@/features/not-found/NotFoundScreen';

export default function NotFoundPage() {
  return <NotFoundScreen />;
}
