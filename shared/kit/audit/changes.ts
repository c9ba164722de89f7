import { type AuditChange } from '../../contracts/audit';
import { type WrittenDocument } from './action';
import { maskedJson } from './masked';

/** Deeper in a document, what differs is told as a whole. */
const maxDepth = 8;
/** Not what somebody decided: how the house keeps its documents. */
const technical = /^(_id|outbox|writtenBy|search\w*|unsummed|weeklyAt)$/;

type Branch = Readonly<Record<string, unknown>>;

/** What a write changed in a document, value by value. What came or went as a whole is told as a whole. */
export function changesOf({ collection, documentId, before, after }: WrittenDocument): AuditChange[] {
  const found: AuditChange[] = [];
  look(branch(before) ?? {}, branch(after) ?? {}, []);
  return found;

  function look(old: Branch, now: Branch, above: readonly string[]): void {
    for (const name of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (above.length > 0 || !technical.test(name)) compare(old[name], now[name], [...above, name]);
  }

  function compare(old: unknown, now: unknown, path: readonly string[]): void {
    if (JSON.stringify(old) === JSON.stringify(now)) return;
    const [oldBranch, nowBranch] = [branch(old), branch(now)];
    if (oldBranch && nowBranch && path.length < maxDepth) {
      look(oldBranch, nowBranch, path);
      return;
    }
    // The place in a list says nothing of what stands there.
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    found.push({
      ...{ collection, documentId, path: path.join('.') },
      ...(old === undefined ? {} : { before: maskedJson(old, { name }) }),
      ...(now === undefined ? {} : { after: maskedJson(now, { name }) }),
    });
  }
}

/** What can be looked into: objects and lists, not moments, bytes and other values of the database. */
const branch = (value: unknown): Branch | undefined =>
  Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype
    ? (value as Branch)
    : undefined;
