import { type AuditActor, type AuditChange, type AuditOutcome } from '../../contracts/audit';
import { type AuditEntryId } from '../../contracts/ids';
import { defineModel } from '../mongo/models';

/** Who did what, when, and from what to what. Once it is sealed it is never changed. */
export type AuditEntry = {
  readonly _id: AuditEntryId;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly operation: string;
  readonly subjects: readonly string[];
  readonly request: string;
  /** The `Idempotency-Key` of the request. */
  readonly key?: string;
  readonly outcome: AuditOutcome;
  readonly code?: string;
  readonly endedAt?: Date;
  readonly changes: readonly AuditChange[];
  readonly moreChanges?: number;
  /** The entry that was sealed as `unknown` before this, its outcome, was told. */
  readonly completes?: AuditEntryId;
};

/** Its place in the chain, and the hash over all of it and over the hash of the entry before. */
export type Seal = { readonly sequence: number; readonly previousHash: string; readonly hash: string };

export type SealedEntry = AuditEntry & Seal;
export type StoredEntry = AuditEntry & Partial<Seal> & { readonly unsealed?: true };

export const AuditEntryModel = defineModel<StoredEntry>({
  name: 'AuditEntry',
  collection: 'audit_entries',
  indexes: [
    [{ at: -1, _id: -1 }],
    [{ subjects: 1, at: -1, _id: -1 }],
    [{ 'actor.accountId': 1, at: -1, _id: -1 }],
    [{ operation: 1, at: -1, _id: -1 }],
    [{ sequence: 1 }, { unique: true, partialFilterExpression: { sequence: { $exists: true } } }],
    [{ unsealed: 1, outcome: 1, at: 1 }, { partialFilterExpression: { unsealed: true } }],
  ],
});

/** How far a chain is: told apart from its entries, so that those which are taken off its end are missed. */
export type ChainHead = { readonly _id: string; readonly sequence: number; readonly hash: string };

export const ChainHeadModel = defineModel<ChainHead>({ name: 'AuditHead', collection: 'audit_heads' });
