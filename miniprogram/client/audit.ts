import { type AuditedService, type AuditEntryView } from '#shared/contracts/audit';
import { type AccountId } from '#shared/contracts/ids';
import { api } from './api';
import { usePages } from './usePages';

export type AuditWish = {
  readonly services: readonly AuditedService[];
  /** An id of anything that was changed or named. */
  readonly subject?: string | undefined;
  readonly accountId?: AccountId | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

const pageSize = 20;

/** The trails of several services as one, newest first. A page goes on from the moment at which the one before ended. */
async function loadPage(wish: AuditWish, cursor: string | undefined) {
  const [until = wish.until, ...shown] = cursor?.split(' ') ?? [];
  const { services, subject, accountId, from } = wish;
  const query = {
    limit: String(pageSize + shown.length),
    ...(subject === undefined ? {} : { subject }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  const trails = await Promise.all(services.map((service) => api[service].listAuditEntries({ query })));
  const found = trails
    .flatMap((trail) => trail.items)
    .filter(({ entryId }) => !shown.includes(entryId))
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  const items = found.slice(0, pageSize);
  const more = found.length > items.length || trails.some(({ nextCursor }) => nextCursor !== undefined);
  const last = items.at(-1);
  return more && last ? { items, nextCursor: cursorAfter(last, items) } : { items };
}

/** The next page begins in the same millisecond, without those of it that were shown. */
function cursorAfter({ at }: AuditEntryView, items: readonly AuditEntryView[]): string {
  const until = new Date(Date.parse(at) + 1).toISOString();
  return [until, ...items.filter((one) => one.at === at).map(({ entryId }) => entryId)].join(' ');
}

/** Who changed what, of one thing or of all; for operators. */
export const useAudit = (wish: AuditWish) =>
  usePages({ queryKey: ['audit', wish], load: (cursor) => loadPage(wish, cursor) });
