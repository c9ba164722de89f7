import { hash } from 'node:crypto';
import { type AuditEntry, type Seal, type SealedEntry, type StoredEntry } from './auditEntry';

/** Before the first entry of every chain. */
export const beginning = { sequence: 0, hash: '' } as const;
export type Link = Pick<Seal, 'sequence' | 'hash'>;

/** The entry as the next one after `before`. */
export function sealedAfter(before: Link, entry: AuditEntry): SealedEntry {
  const linked = { ...entry, sequence: before.sequence + 1, previousHash: before.hash };
  return { ...linked, hash: hashOf(linked) };
}

/** Over everything that the entry says, however its fields happen to be ordered. */
function hashOf({ hash: _hash, unsealed: _unsealed, ...said }: StoredEntry): string {
  return hash('sha256', canonical(said), 'hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    Object.getPrototypeOf(inner ?? 0) === Object.prototype
      ? Object.fromEntries(Object.entries(inner as object).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** `missing`: none stands at this place; `changed`: it does not say what it said; `moved`: it does not follow the one before. */
export type Break = {
  readonly sequence: number;
  readonly kind: 'missing' | 'changed' | 'moved';
  readonly entryId?: string;
};
export type ChainReport = { readonly entries: number; readonly head: Link; readonly broken?: Break };

/**
 * Walks a chain from its beginning to the first broken link.
 * @param entries in the order of their places
 * @param told where the chain is said to end; what is missing up to there was taken away
 */
export async function walkChain(entries: AsyncIterable<SealedEntry>, told: Link): Promise<ChainReport> {
  let head: Link = beginning;
  const report = (broken?: Break): ChainReport => ({
    ...{ entries: head.sequence, head },
    ...(broken ? { broken } : {}),
  });
  for await (const entry of entries) {
    const sequence = head.sequence + 1;
    const entryId = entry._id;
    if (entry.sequence !== sequence) return report({ sequence, kind: 'missing' });
    if (entry.previousHash !== head.hash) return report({ sequence, kind: 'moved', entryId });
    if (hashOf(entry) !== entry.hash) return report({ sequence, kind: 'changed', entryId });
    head = { sequence, hash: entry.hash };
  }
  if (head.sequence < told.sequence) return report({ sequence: head.sequence + 1, kind: 'missing' });
  if (head.sequence === told.sequence && head.hash !== told.hash)
    return report({ sequence: head.sequence, kind: 'changed' });
  return report();
}
