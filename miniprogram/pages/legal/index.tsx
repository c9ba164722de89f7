import { LegalScreen } from '@/features/legal/LegalScreen';
import { usePageQuery } from '@/platform/usePageQuery';

export default function LegalPage() {
  return <LegalScreen of={usePageQuery()['of'] === 'privacy' ? 'privacy' : 'terms'} />;
}
