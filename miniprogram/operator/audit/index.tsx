import { AuditScreen } from '@/features/audit/AuditScreen';

export default function AuditPage() {
  return <AuditScreen />;
}
