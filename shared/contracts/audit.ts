import { Instant, page, pageQuery } from './common';
import { type Endpoint, endpoint } from './endpoint';
import { AccountId, AuditEntryId } from './ids';
import { Role, type ServiceName } from './roles';
import { z } from './zod';

/** The services that keep an audit trail of their own, a chain each. */
export const auditedServices = ['identity', 'catalog', 'orders', 'delivery', 'settlement'] as const;
export type AuditedService = (typeof auditedServices)[number];

/**
 * What became of it. `begun`: under way; `refused`: some of it had been done when it was refused; `failed`: it broke;
 * `unknown`: the process died, and what is changed by then tells.
 */
export const AuditOutcome = z.enum(['begun', 'done', 'refused', 'failed', 'unknown']);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

const AuditActor = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('account'), accountId: AccountId, role: Role }),
    z.object({ kind: z.literal('system'), job: z.string() }),
  ])
  .meta({ id: 'AuditActor' });
export type AuditActor = z.infer<typeof AuditActor>;

/** One value of one stored document, as JSON; personal data is masked, long values are cut. */
const AuditChange = z
  .object({
    collection: z.string(),
    documentId: z.string(),
    path: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
  })
  .meta({ id: 'AuditChange' });
export type AuditChange = z.infer<typeof AuditChange>;

export const AuditEntryView = z
  .object({
    entryId: AuditEntryId,
    at: Instant,
    actor: AuditActor,
    /** What was asked for: `orders.refundOrder`. */
    operation: z.string(),
    /** The ids of everything that it names or changed. */
    subjects: z.array(z.string()),
    /** What was asked, as JSON, without secrets and phone numbers. */
    request: z.string(),
    outcome: AuditOutcome,
    /** Why it was refused. */
    code: z.string().optional(),
    changes: z.array(AuditChange),
    /** So many more were seen and are not listed. */
    moreChanges: z.int().optional(),
    /** Its place in the service's chain; absent for the moment until it has one. */
    sequence: z.int().optional(),
    hash: z.string().optional(),
  })
  .meta({ id: 'AuditEntryView' });
export type AuditEntryView = z.infer<typeof AuditEntryView>;

const listAuditEntries = <const Service extends AuditedService>(service: Service) =>
  endpoint({
    id: `${service}.listAuditEntries`,
    service: service satisfies ServiceName,
    method: 'get',
    path: `/${service}-audit`,
    access: ['operator'],
    summary: `Who changed what in ${service}, newest first: by what it concerns, who did it, what was done, and when.`,
    query: z.strictObject({
      subject: z.string().min(1).max(80).optional(),
      accountId: AccountId.optional(),
      operation: z
        .string()
        .regex(/^[a-z]+\.[A-Za-z_]{1,60}$/)
        .optional(),
      from: Instant.optional(),
      until: Instant.optional(),
      ...pageQuery,
    }),
    reply: page(AuditEntryView),
  });

export const auditApis = {
  identity: { listAuditEntries: listAuditEntries('identity') },
  catalog: { listAuditEntries: listAuditEntries('catalog') },
  orders: { listAuditEntries: listAuditEntries('orders') },
  delivery: { listAuditEntries: listAuditEntries('delivery') },
  settlement: { listAuditEntries: listAuditEntries('settlement') },
};

/** Whether a call of `operation` leaves an entry, when an account calls it with this body. */
export function isAudited({ method, access, audit }: Endpoint, body: unknown): boolean {
  if (method === 'get' || audit === 'never') return false;
  if (audit === 'onBehalf')
    return typeof body === 'object' && body !== null && 'onBehalfOf' in body && body.onBehalfOf !== undefined;
  return audit === 'decides' || typeof access === 'object';
}
