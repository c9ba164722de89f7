import { type Connection, type mongo } from 'mongoose';
import { type Page } from '../../contracts/common';
import { AuditEntryId } from '../../contracts/ids';
import { isDuplicateKey } from '../mongo/duplicateKey';
import { guardedUpsert } from '../mongo/guardedUpsert';
import { nativeOn } from '../mongo/models';
import { newestFirst, pageByKey, type PageWish } from '../mongo/pages';
import {
  type AuditEntry,
  AuditEntryModel,
  type ChainHead,
  ChainHeadModel,
  type SealedEntry,
  type StoredEntry,
} from './auditEntry';
import { beginning, type ChainReport, type Link, sealedAfter, walkChain } from './chain';

export type AuditSearch = {
  readonly subject?: string | undefined;
  readonly accountId?: string | undefined;
  readonly operation?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
};

const headId = 'head';
const perRun = 200;

/** The audit trail of one service, in its own database. */
export class AuditStore {
  readonly #entries: mongo.Collection<StoredEntry>;
  readonly #heads: mongo.Collection<ChainHead>;

  constructor(connection: Connection) {
    this.#entries = nativeOn(connection, AuditEntryModel);
    this.#heads = nativeOn(connection, ChainHeadModel);
  }

  async begin(entry: AuditEntry): Promise<void> {
    await this.#entries.insertOne({ ...entry, unsealed: true });
  }

  /** Tells what became of an entry. @returns whether it was told before the entry was sealed as unknown */
  async end(_id: AuditEntryId, outcome: Partial<AuditEntry>): Promise<boolean> {
    const { matchedCount } = await this.#entries.updateOne(
      { _id, outcome: 'begun', unsealed: true },
      { $set: outcome },
    );
    return matchedCount === 1;
  }

  /** Forgets what changed nothing. */
  async forget(_id: AuditEntryId): Promise<void> {
    await this.#entries.deleteOne({ _id, outcome: 'begun', unsealed: true });
  }

  /** Newest first. @throws {Refused} MALFORMED_REQUEST for a cursor that no page has given */
  search(
    { subject, accountId, operation, from, until }: AuditSearch,
    wish: PageWish,
  ): Promise<Page<StoredEntry>> {
    const at = { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) };
    const filter: mongo.Filter<StoredEntry> = {
      ...(subject === undefined ? {} : { subjects: subject }),
      ...(accountId === undefined ? {} : { 'actor.accountId': accountId }),
      ...(operation === undefined ? {} : { operation }),
      ...(from || until ? { at } : {}),
    };
    return pageByKey({
      order: newestFirst('at', AuditEntryId),
      wish,
      find: (beyond) => this.#entries.find({ $and: [filter, beyond] } as mongo.Filter<StoredEntry>),
      present: (entry) => entry,
    });
  }

  /**
   * Gives entries that have ended, and those that began before `lostBefore` and never did, their places in the chain. Several processes
   * may do so at once: each place is given once.
   * @returns whether there was anything to seal
   */
  async seal(lostBefore: Date): Promise<boolean> {
    const ended: mongo.Filter<StoredEntry> = { outcome: { $in: ['done', 'refused', 'failed'] } };
    const lost: mongo.Filter<StoredEntry> = { outcome: 'begun', at: { $lt: lostBefore } };
    const due = [
      ...(await this.#unsealed(ended)),
      ...(await this.#unsealed(lost)).map((entry) => ({ ...entry, outcome: 'unknown' as const })),
    ];
    if (due.length === 0) return false;
    let head = await this.#head();
    for (const entry of due) head = await this.#sealNext(head, entry);
    return true;
  }

  async #unsealed(filter: mongo.Filter<StoredEntry>): Promise<AuditEntry[]> {
    const found = await this.#entries
      .find({ unsealed: true, ...filter })
      .sort({ at: 1 })
      .limit(perRun)
      .toArray();
    return found.map(({ unsealed: _unsealed, ...entry }) => entry);
  }

  /** @returns the head of the chain afterwards; somebody else may have sealed this entry, or others before it. */
  async #sealNext(head: Link, entry: AuditEntry): Promise<Link> {
    const { sequence, previousHash, hash } = sealedAfter(head, entry);
    const outcome = entry.outcome === 'unknown' ? 'begun' : entry.outcome;
    try {
      const { matchedCount } = await this.#entries.updateOne(
        { _id: entry._id, unsealed: true, outcome },
        { $set: { sequence, previousHash, hash, outcome: entry.outcome }, $unset: { unsealed: true } },
      );
      if (matchedCount === 0) return head;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.#sealNext(await this.#head(), entry);
    }
    await guardedUpsert(() =>
      this.#heads.updateOne(
        { _id: headId, sequence: { $lt: sequence } },
        { $set: { sequence, hash } },
        { upsert: true },
      ),
    );
    return { sequence, hash };
  }

  /** Where the chain ends: what is told of it, and entries that were sealed just before a crash could tell. */
  async #head(): Promise<Link> {
    const told: Link = (await this.#heads.findOne({ _id: headId })) ?? beginning;
    const last = await this.#entries
      .find({ sequence: { $gt: told.sequence } })
      .sort({ sequence: -1 })
      .limit(1)
      .next();
    return isSealed(last) ? last : told;
  }

  /** Walks the whole chain. */
  async verify(): Promise<ChainReport> {
    const told: Link = (await this.#heads.findOne({ _id: headId })) ?? beginning;
    const entries = this.#entries.find({ sequence: { $gt: 0 } }).sort({ sequence: 1 });
    return walkChain(entries as unknown as AsyncIterable<SealedEntry>, told);
  }

  /** The first of `links` that is not in the chain as it is given. */
  async firstUnknown<L extends Link>(links: readonly L[]): Promise<L | undefined> {
    for (const link of links) {
      const entry = await this.#entries.findOne({ sequence: link.sequence });
      if (entry?.hash !== link.hash) return link;
    }
    return undefined;
  }
}

const isSealed = (entry: StoredEntry | null): entry is SealedEntry & StoredEntry => entry?.hash !== undefined;
