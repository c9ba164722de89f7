import { type AuditEntryView } from '../../contracts/audit';
import { type StoredEntry } from './auditEntry';

export const presentAuditEntry = (entry: StoredEntry): AuditEntryView => ({
  entryId: entry._id,
  at: entry.at.toISOString(),
  actor: entry.actor,
  operation: entry.operation,
  subjects: [...entry.subjects],
  request: entry.request,
  outcome: entry.outcome,
  ...(entry.code === undefined ? {} : { code: entry.code }),
  changes: [...entry.changes],
  ...(entry.moreChanges === undefined ? {} : { moreChanges: entry.moreChanges }),
  ...(entry.sequence === undefined ? {} : { sequence: entry.sequence, hash: entry.hash }),
});
