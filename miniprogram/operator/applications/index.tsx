import { ApplicationsScreen } from '@/features/applications/ApplicationsScreen';

export default function ApplicationsPage() {
  return <ApplicationsScreen />;
}
