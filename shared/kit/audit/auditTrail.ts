import { type AuditActor, type AuditChange, isAudited } from '../../contracts/audit';
import { type Endpoint } from '../../contracts/endpoint';
import { type Role, type ServiceName } from '../../contracts/roles';
import { type Clock } from '../clock';
import { DomainError } from '../domainError';
import { type AccountCaller, type Caller } from '../http/caller';
import { newId } from '../ids';
import { type Log } from '../log/log';
import { inAction, outsideActions } from './action';
import { type AuditEntry } from './auditEntry';
import { type AuditStore } from './auditStore';
import { changesOf } from './changes';
import { maskedJson } from './masked';

/** A request is cut off long before; whatever has not ended by then died with its process. */
const lostAfterMs = 10 * 60_000;
const maxChanges = 100;
/** A write of very many documents is not slowed down further: its own record says what became of each. */
const maxLookedAt = 300;
const maxSubjects = 60;

/** A call of an operation, as far as it is kept. */
export type Asked = {
  readonly endpoint: Endpoint;
  readonly caller: Caller | undefined;
  readonly params: unknown;
  readonly body: unknown;
  /** The `Idempotency-Key` as given. */
  readonly key: string | undefined;
};

type Doing = Pick<AuditEntry, 'actor' | 'operation' | 'request' | 'subjects' | 'key'>;

/**
 * Keeps who changed what (rule 30). An entry is kept before its work begins, and told what became of it afterwards: whatever was acknowledged
 * has one. After a crash between the two the entry is sealed as `unknown`.
 */
export class AuditTrail {
  readonly #service: ServiceName;
  readonly #store: AuditStore;
  readonly #now: Clock;
  readonly #log: Pick<Log, 'error'>;

  constructor(
    service: ServiceName,
    store: AuditStore,
    { now, log }: { now: Clock; log: Pick<Log, 'error'> },
  ) {
    this.#service = service;
    this.#store = store;
    this.#now = now;
    this.#log = log;
  }

  /** Does what was asked, and keeps an entry of it where the contract wants one. */
  around<R>({ endpoint, caller, params, body, key }: Asked, work: () => Promise<R>): Promise<R> {
    // Another service keeps no entry for who asked it, wherever the two run.
    if (caller?.kind === 'service') return outsideActions(work);
    const role = caller?.kind === 'account' ? roleUsed(endpoint, caller) : undefined;
    if (caller?.kind !== 'account' || !isAudited(endpoint, body)) return work();
    if (!role && endpoint.audit !== 'decides') return work();
    const request = { params, body };
    return this.#kept(
      {
        actor: role
          ? { kind: 'account', accountId: caller.accountId, role }
          : { kind: 'system', job: endpoint.id.slice(endpoint.service.length + 1) },
        operation: endpoint.id,
        request: maskedJson(request, { longest: 4_000 }),
        subjects: idsIn(request),
        ...(key === undefined ? {} : { key }),
      },
      work,
    );
  }

  /**
   * Does what the system decides by itself about money, goods or rights: an entry is kept before the first write, and none where nothing
   * is written.
   * @param job its name, in snake case
   */
  bySystem<R>(job: string, work: () => Promise<R>): Promise<R> {
    const actor: AuditActor = { kind: 'system', job };
    return this.#kept({ actor, operation: `${this.#service}.${job}`, subjects: [], request: '{}' }, work);
  }

  /** Gives what has ended its place in the chain. @returns whether there was any */
  seal(at: Date): Promise<boolean> {
    return this.#store.seal(new Date(at.getTime() - lostAfterMs));
  }

  async #kept<R>(doing: Doing, work: () => Promise<R>): Promise<R> {
    const at = this.#now();
    const entry: AuditEntry = { _id: newId('aud', at), at, ...doing, outcome: 'begun', changes: [] };
    let begun: Promise<void> | undefined;
    const begin = () => (begun ??= outsideActions(() => this.#store.begin(entry)));
    if (doing.actor.kind === 'account') await begin();
    const changes: AuditChange[] = [];
    const subjects = new Set(doing.subjects);
    const wrote = inAction(
      {
        writes: async () => {
          await begin();
          return changes.length < maxLookedAt;
        },
        wrote: (document) => {
          const changed = changesOf(document);
          changes.push(...changed);
          if (changed.length > 0 && looksLikeId.test(document.documentId)) subjects.add(document.documentId);
        },
      },
      async () => work(),
    );
    const told = async (outcome: AuditEntry['outcome'], code?: string) => {
      if (!begun) return;
      if (changes.length === 0 && (outcome === 'refused' || doing.actor.kind === 'system'))
        await this.#quietly(() => this.#store.forget(entry._id));
      else
        await outsideActions(() =>
          this.#end(entry, {
            outcome,
            endedAt: this.#now(),
            subjects: [...subjects].slice(0, maxSubjects),
            changes: changes.slice(0, maxChanges),
            ...(code === undefined ? {} : { code }),
            ...(changes.length > maxChanges ? { moreChanges: changes.length - maxChanges } : {}),
          }),
        );
    };
    try {
      const result = await wrote;
      for (const id of idsIn(result, { deepest: 1 })) subjects.add(id);
      await told('done');
      return result;
    } catch (error) {
      if (error instanceof DomainError) await told('refused', error.code);
      else await told('failed');
      throw error;
    }
  }

  #end(entry: AuditEntry, outcome: Partial<AuditEntry>): Promise<void> {
    return this.#quietly(async () => {
      if (await this.#store.end(entry._id, outcome)) return;
      // It took so long that it was sealed as unknown: what is sealed stays, and what became of it is another entry.
      const at = this.#now();
      await this.#store.begin({ ...entry, ...outcome, _id: newId('aud', at), at, completes: entry._id });
    });
  }

  /** The work is done, and its entry is kept: that the rest could not be told makes no failure of it. */
  async #quietly(tell: () => Promise<void>): Promise<void> {
    try {
      await tell();
    } catch (error) {
      this.#log.error({ err: error }, 'the outcome of an audit entry could not be kept');
    }
  }
}

/** The role in which the caller does it for others: of several the one that the contract names first. Shoppers look after themselves. */
function roleUsed({ access }: Endpoint, caller: AccountCaller): Role | undefined {
  const roles = typeof access === 'object' ? access : (['operator', 'leader', 'courier'] as const);
  return roles.find((role) => role !== 'shopper' && caller.roles.includes(role));
}

const looksLikeId = /^[a-z]{3}_[0-9A-Za-z]{1,40}$/;

/** The ids that a request or a reply names. A reply often tells all around what was changed: then only what it is of is taken. */
function idsIn(value: unknown, { deepest = 6 } = {}): string[] {
  const found = new Set<string>();
  const look = (inner: unknown, depth: number): void => {
    if (found.size >= maxSubjects) return;
    if (typeof inner === 'string' && looksLikeId.test(inner)) found.add(inner);
    else if (typeof inner === 'object' && inner !== null && depth < deepest)
      for (const part of Object.values(inner)) look(part, depth + 1);
  };
  look(value, 0);
  return [...found];
}
