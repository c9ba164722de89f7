import { DocumentsScreen } from '@/features/documents/DocumentsScreen';

export default function DocumentsPage() {
  return <DocumentsScreen />;
}
