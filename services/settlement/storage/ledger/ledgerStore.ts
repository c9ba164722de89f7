import { type Connection, type mongo } from 'mongoose';
import { CityDate, type Page } from '#shared/contracts/common';
import {
  type AccountId,
  type CycleId,
  LedgerEntryId,
  type OrderId,
  type PurchaseOrderId,
} from '#shared/contracts/ids';
import { insertEach } from '#shared/kit/mongo/insertEach';
import { nativeOn } from '#shared/kit/mongo/models';
import { byId, newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { type LedgerAccount } from '../../domain/ledger/account';
import {
  assertBalanced,
  type Entry,
  entryIdOf,
  type EntryKind,
  type NewEntry,
} from '../../domain/ledger/entry';
import {
  accountIn,
  addends,
  keyOfAccount,
  keyOfDay,
  wholeCycle,
  wholeLedger,
} from '../../domain/ledger/sums';
import { EntryModel, type StoredEntry, toEntry } from './entryModel';
import { LedgerSums } from './ledgerSums';

/** Whose entries are wanted. */
export type EntriesOf =
  | { readonly account: LedgerAccount }
  | { readonly orderId: OrderId }
  | { readonly payoutId: string }
  | { readonly purchaseOrderId: PurchaseOrderId };

/** An account in a list that sums to zero: accounts of people stand there together, as `leader:*`. */
export type AccountSum = { readonly account: string; readonly fen: number; readonly entries: number };
/** First and last day. */
type Days = { readonly from: string; readonly to: string };
const dayMs = 24 * 3_600_000;

/** What one kind of entries added up to, in fen. */
export type KindSum = { readonly kind: EntryKind; readonly fen: number };
export type DaySum = { readonly day: string; readonly fen: number };

/** Before it nothing was ever written down. */
const firstDay = '2000-01-01';
/** Entries that one command inserts. */
const atOnce = 500;

/**
 * The ledger: balanced entries that are added and never change. To post is one insert for each entry and nothing else; what accounts
 * add up to is brought up afterwards (`LedgerSums`), and whoever reads it gets it exact.
 */
export class LedgerStore {
  readonly #entries: mongo.Collection<StoredEntry>;
  readonly #sums: LedgerSums;

  constructor(connection: Connection) {
    this.#entries = nativeOn(connection, EntryModel);
    this.#sums = new LedgerSums(connection, this.#entries);
  }

  /**
   * Writes down entries; one whose cause was written down before is left as it is. After a crash some may be missing: post them again.
   * @throws {Error} for an entry that is not balanced; none is written then
   */
  async post(entries: readonly NewEntry[]): Promise<void> {
    for (const entry of entries) assertBalanced(entry);
    for (let at = 0; at < entries.length; at += atOnce) {
      const documents = entries.slice(at, at + atOnce).map((entry) => ({
        _id: entryIdOf(entry.cause),
        ...entry,
        unsummed: [...addends(entry).keys()],
      }));
      const outcomes = await insertEach(this.#entries, documents);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    }
  }

  /** What an account stands at, in fen, with every entry that was posted. */
  async balance(account: LedgerAccount): Promise<number> {
    const { fen } = await this.#sums.read(keyOfAccount(account));
    return fen;
  }

  /** What was added to an account on each day from `from` to `to`, in fen; days without entries are left out. */
  async days(account: LedgerAccount, from: string, to: string): Promise<DaySum[]> {
    const sums = await this.#sums.readRange([keyOfDay(account, from), keyOfDay(account, to)]);
    return sums.map(({ key, fen }) => ({ day: key.slice(account.length + 1), fen }));
  }

  /** What all accounts stand at: in all, or with the orders of one cycle. They sum to zero. */
  async accounts(cycleId?: CycleId): Promise<AccountSum[]> {
    const sums = await this.#sums.readRange(cycleId === undefined ? wholeLedger : wholeCycle(cycleId));
    return sums.map(({ key, ...sum }) => ({ account: accountIn(key), ...sum }));
  }

  /** Newest first. */
  entriesOf(whose: EntriesOf, wish: PageWish): Promise<Page<Entry>> {
    return pageByKey({
      order: newestFirst('at', LedgerEntryId),
      wish,
      find: (beyond) => this.#entries.find({ $and: [filterOf(whose), beyond] }),
      present: toEntry,
    });
  }

  /** What an account stood at when a day began, in fen. */
  async balanceBefore(account: LedgerAccount, day: string): Promise<number> {
    const days = await this.days(account, firstDay, day);
    return days.reduce((sum, one) => (one.day < day ? sum + one.fen : sum), 0);
  }

  /** What was added to an account from one day to another, both included, by what happened; in fen. */
  async kindsBetween(account: LedgerAccount, from: string, to: string): Promise<readonly KindSum[]> {
    return this.#entries
      .aggregate<KindSum>([
        { $match: { 'postings.account': account, day: { $gte: from, $lte: to } } },
        { $unwind: '$postings' },
        { $match: { 'postings.account': account } },
        { $group: { _id: '$kind', fen: { $sum: '$postings.fen' } } },
        { $project: { _id: 0, kind: '$_id', fen: 1 } },
      ])
      .toArray();
  }

  /** The entries of an account from one day to another, both included, the newest day first. */
  entriesBetween(
    account: LedgerAccount,
    { from, to }: { readonly from: string; readonly to: string },
    wish: PageWish,
  ): Promise<Page<Entry>> {
    return pageByKey({
      order: [byId('day', CityDate, 'falling'), byId('_id', LedgerEntryId, 'falling')],
      wish,
      find: (beyond) =>
        this.#entries.find({
          $and: [{ 'postings.account': account, day: { $gte: from, $lte: to } }, beyond],
        }),
      present: toEntry,
    });
  }

  /** What moved an account on some days, oldest first: of the entries made then, each is read. */
  entriesOfDays(account: LedgerAccount, { from, to }: Days): Promise<Entry[]> {
    const day = { $gte: from, $lte: to };
    // No clock of the world is more than a day away from UTC: by this the index finds them.
    const at = { $gte: new Date(Date.parse(from) - dayMs), $lte: new Date(Date.parse(to) + 2 * dayMs) };
    return this.#entries
      .find({ 'postings.account': account, at, day })
      .sort({ at: 1, _id: 1 })
      .map(toEntry)
      .toArray();
  }

  /** What was added to the tax of each rate on some days, in fen; lowest rate first. */
  async taxesOfDays({ from, to }: Days): Promise<{ basisPoints: number; fen: number }[]> {
    const taxes = new Map<number, number>();
    for (const { key, fen } of await this.#sums.readRange(['tax:', 'tax;'])) {
      const [account = '', day = ''] = key.split('|');
      if (day < from || day > to) continue;
      const basisPoints = Number(account.split(':')[1]);
      taxes.set(basisPoints, (taxes.get(basisPoints) ?? 0) + fen);
    }
    return [...taxes]
      .map(([basisPoints, fen]) => ({ basisPoints, fen }))
      .sort((a, b) => a.basisPoints - b.basisPoints);
  }

  /** A leader's commission, newest first. */
  commissionOf(leader: AccountId, wish: PageWish): Promise<Page<Entry>> {
    return pageByKey({
      order: newestFirst('at', LedgerEntryId),
      wish,
      find: (beyond) => this.#entries.find({ 'commission.leaderAccountId': leader, ...beyond }),
      present: toEntry,
    });
  }

  /** A leader's commission that became withdrawable after one moment and until another, the last first. */
  commissionBetween(
    leader: AccountId,
    { after, until }: { readonly after: Date | undefined; readonly until: Date },
    wish: PageWish,
  ): Promise<Page<Entry>> {
    const within = { $lte: until, ...(after === undefined ? {} : { $gt: after }) };
    return pageByKey({
      order: newestFirst('commission.withdrawableFrom', LedgerEntryId),
      wish,
      find: (beyond) =>
        this.#entries.find({
          $and: [{ 'commission.leaderAccountId': leader, 'commission.withdrawableFrom': within }, beyond],
        }),
      present: toEntry,
    });
  }

  /** What a leader earned and cannot withdraw yet at `now`, in fen: only entries whose claim window is open are read. */
  async pendingCommission(leader: AccountId, now: Date): Promise<number> {
    const [sum] = await this.#entries
      .aggregate<{ fen: number }>([
        { $match: { 'commission.leaderAccountId': leader, 'commission.withdrawableFrom': { $gt: now } } },
        { $group: { _id: null, fen: { $sum: '$commission.fen' } } },
      ])
      .toArray();
    return sum?.fen ?? 0;
  }

  /** When something was first posted to an account. */
  async firstAt(account: LedgerAccount): Promise<Date | undefined> {
    const [first] = await this.#entries
      .find({ 'postings.account': account })
      .sort({ at: 1 })
      .limit(1)
      .toArray();
    return first?.at;
  }

  /** The entries of an account that happened from one moment until another, without it. */
  async *between(account: LedgerAccount, from: Date, until: Date): AsyncIterable<Entry> {
    const at = { $gte: from, $lt: until };
    for await (const stored of this.#entries.find({ 'postings.account': account, at })) yield toEntry(stored);
  }

  /** The entries about some orders. */
  async *aboutOrders(orderIds: readonly OrderId[]): AsyncIterable<Entry> {
    for await (const stored of this.#entries.find({ 'about.orderId': { $in: [...orderIds] } }))
      yield toEntry(stored);
  }

  /** The entries about some payouts. */
  async *aboutPayouts(payoutIds: readonly string[]): AsyncIterable<Entry> {
    const about = { 'about.payoutId': { $in: [...payoutIds] } } as mongo.Filter<StoredEntry>;
    for await (const stored of this.#entries.find(about)) yield toEntry(stored);
  }

  /** The id and the cause of every entry there is. */
  async *causes(): AsyncIterable<Pick<Entry, 'entryId' | 'cause'>> {
    const all = this.#entries.find().project<Pick<StoredEntry, '_id' | 'cause'>>({ cause: 1 });
    for await (const { _id, cause } of all) yield { entryId: _id, cause };
  }

  /** Those of these entries that are there, by their causes. */
  async byCause(causes: readonly string[]): Promise<Map<string, Entry>> {
    const found = await this.#entries.find({ _id: { $in: causes.map(entryIdOf) } }).toArray();
    return new Map(found.map((stored) => [stored.cause, toEntry(stored)]));
  }

  /** Compares every sum with what its entries add up to. @param mend whether to put right what is wrong */
  compareSums({ mend }: { readonly mend: boolean }): ReturnType<LedgerSums['compare']> {
    return this.#sums.compare(mend);
  }

  /** Brings up the sums of some of what was posted. @returns whether there was any. */
  addSome(): Promise<boolean> {
    return this.#sums.addSome();
  }
}

function filterOf(whose: EntriesOf): mongo.Filter<StoredEntry> {
  if ('account' in whose) return { 'postings.account': whose.account };
  if ('orderId' in whose) return { 'about.orderId': whose.orderId };
  if ('payoutId' in whose) return { 'about.payoutId': whose.payoutId };
  return { 'about.purchaseOrderId': whose.purchaseOrderId };
}
