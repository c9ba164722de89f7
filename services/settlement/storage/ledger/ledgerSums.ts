import { type Connection, type mongo } from 'mongoose';
import { type LedgerEntryId } from '#shared/contracts/ids';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { guardedUpserts } from '#shared/kit/mongo/guardedUpsert';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { addends, type SumKey } from '../../domain/ledger/sums';
import { type StoredEntry } from './entryModel';

/** What all entries add up to under one key. */
type StoredSum = {
  _id: SumKey;
  /** One write follows another. */
  version: number;
  fen: number;
  entries: number;
  /** The entries that the last write added: they may still bear the key. */
  adding: readonly LedgerEntryId[];
};

export type Sum = { readonly key: SumKey; readonly fen: number; readonly entries: number };

type Version = Pick<StoredSum, '_id' | 'version'>;

/** A sum that is not what its entries add up to, in fen. */
export type WrongSum = { readonly key: SumKey; readonly kept: number; readonly counted: number };

const SumModel = defineModel<StoredSum>({ name: 'LedgerSum', collection: 'ledger_sums' });

/** Entries that one write adds to a sum. */
const atOnce = 500;
const maxTries = 200;
const maxWalks = 10;

const read = { day: 1, about: 1, postings: 1, unsummed: 1 };

/** Keys from the first to the last of these, in the order of texts. */
export type KeyRange = readonly [SumKey, SumKey];

type Unsummed = Pick<StoredEntry, '_id' | 'day' | 'about' | 'postings' | 'unsummed'>;

/**
 * Sums beside the entries, without a transaction over both. Every new entry bears the keys of the sums that do not hold it yet. One
 * guarded write adds entries to a sum and names them; then the key is taken from them, and only then others are added. So whatever
 * died in between, an entry is in a sum exactly if it does not bear its key or is named there, and nobody adds it twice.
 */
export class LedgerSums {
  readonly #sums: mongo.Collection<StoredSum>;
  readonly #entries: mongo.Collection<StoredEntry>;

  constructor(connection: Connection, entries: mongo.Collection<StoredEntry>) {
    this.#sums = nativeOn(connection, SumModel);
    this.#entries = entries;
  }

  /** The sum under `key` with every entry that is there: reads two documents and what nobody has added yet. */
  async read(key: SumKey): Promise<Sum> {
    const [sum] = await this.readRange([key, key]);
    return sum ?? { key, fen: 0, entries: 0 };
  }

  /** The sums under all keys of a range, by key. */
  async readRange([first, last]: KeyRange): Promise<Sum[]> {
    const within = { $gte: first, $lte: last };
    for (let tries = 0; tries < maxTries; tries += 1) {
      const sums = await this.#sums.find({ _id: within }).toArray();
      const waiting = await this.#unsummed({ $elemMatch: within }, atOnce + 1);
      if (waiting.length > atOnce) {
        await this.#add(waiting.slice(0, atOnce), (key) => key >= first && key <= last);
        continue;
      }
      // What somebody added in between would be missing on both sides, or be on both.
      const versions = await this.#sums.find({ _id: within }).project<Version>({ version: 1 }).toArray();
      if (!sameVersions(sums, versions)) continue;
      const known = new Map<SumKey, StoredSum>(sums.map((sum) => [sum._id, sum]));
      for (const entry of waiting)
        for (const key of entry.unsummed) {
          if (key < first || key > last) continue;
          const sum = known.get(key) ?? nothingYet(key);
          if (!sum.adding.includes(entry._id)) known.set(key, withEntries(sum, key, [entry]));
        }
      return [...known.values()]
        .map(({ _id, fen, entries }) => ({ key: _id, fen, entries }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    }
    throw new Overloaded(`read the sums from ${first} to ${last}`, maxTries);
  }

  /** Adds some of what nobody has added yet. @returns whether there was any. */
  async addSome(): Promise<boolean> {
    const waiting = await this.#unsummed({ $gt: '' }, atOnce);
    if (waiting.length > 0) await this.#add(waiting, () => true);
    return waiting.length > 0;
  }

  /**
   * Adds up anew, in one walk through all entries, what every sum should hold, and compares.
   * @param mend whether to write what was counted in place of what is wrong
   * @returns how many sums there are, and those that were wrong. One that is written during the walk is looked at in another walk.
   */
  async compare(mend: boolean): Promise<{ readonly sums: number; readonly wrong: readonly WrongSum[] }> {
    const wrong: WrongSum[] = [];
    let left: ReadonlySet<SumKey> | undefined;
    let sums = 0;
    for (let walks = 0; walks < maxWalks && left?.size !== 0; walks += 1) {
      const known = await this.#named(left);
      sums = Math.max(sums, known.size);
      const counted = await this.#count(known);
      const moved = new Set<SumKey>();
      const after = new Map<SumKey, number>();
      for await (const { _id, version } of this.#sums.find().project<Version>({ version: 1 }))
        after.set(_id, version);
      // A sum that entries say they are in and that is not there was lost.
      if (left === undefined)
        for (const key of counted.keys())
          if (!known.has(key)) known.set(key, { sum: nothingYet(key), names: new Set() });
      for (const [key, { sum }] of known) {
        const found = counted.get(key) ?? nothingYet(key);
        if ((after.get(key) ?? 0) !== sum.version) moved.add(key);
        else if (found.fen !== sum.fen || found.entries !== sum.entries) {
          wrong.push({ key, kept: sum.fen, counted: found.fen });
          if (mend) await guardedUpserts(this.#sums, [writeOf(sum, { ...found, adding: sum.adding })]);
        }
      }
      left = moved;
    }
    return { sums, wrong };
  }

  /** The sums under these keys, or all, with the entries that each names. */
  async #named(keys: ReadonlySet<SumKey> | undefined) {
    const known = new Map<SumKey, { readonly sum: StoredSum; readonly names: ReadonlySet<string> }>();
    for await (const sum of this.#sums.find(keys ? { _id: { $in: [...keys] } } : {}))
      known.set(sum._id, { sum, names: new Set(sum.adding) });
    return known;
  }

  /** What the entries that are in the `known` sums add up to. */
  async #count(known: ReadonlyMap<SumKey, { readonly names: ReadonlySet<string> }>) {
    const counted = new Map<SumKey, StoredSum>();
    for await (const entry of this.#entries.find().project<Unsummed>(read))
      for (const [key, fen] of addends(entry)) {
        const isIn = !entry.unsummed.includes(key) || known.get(key)?.names.has(entry._id);
        if (!isIn) continue;
        const before = counted.get(key) ?? nothingYet(key);
        counted.set(key, { ...before, fen: before.fen + fen, entries: before.entries + 1 });
      }
    return counted;
  }

  /** Adds `waiting` to their sums, as far as nobody else does so at this moment. */
  async #add(waiting: readonly Unsummed[], isWanted: (key: SumKey) => boolean): Promise<void> {
    const keys = [...new Set(waiting.flatMap(({ unsummed }) => unsummed))].filter(isWanted);
    const stored = await this.#sums.find({ _id: { $in: keys } }).toArray();
    await this.#takeKeys(stored);
    const known = new Map(stored.map((sum) => [sum._id, sum]));
    // Asked after the sums: what somebody added before they were read bears the key no more, or is named there.
    const entries = await this.#entries
      .find({ _id: { $in: waiting.map(({ _id }) => _id) } })
      .project<Unsummed>(read)
      .toArray();
    const bearing = new Map<SumKey, Unsummed[]>(keys.map((key) => [key, []]));
    for (const entry of entries) for (const key of entry.unsummed) bearing.get(key)?.push(entry);
    const writes = [...bearing]
      .map(([key, bearers]) => {
        const sum = known.get(key) ?? nothingYet(key);
        const named = new Set(sum.adding);
        return { key, sum, missing: bearers.filter(({ _id }) => !named.has(_id)) };
      })
      .filter(({ missing }) => missing.length > 0);
    const allowed = await guardedUpserts(
      this.#sums,
      writes.map(({ key, sum, missing }) => writeOf(sum, withEntries(sum, key, missing))),
    );
    const done = writes.filter((_, at) => allowed[at]);
    await this.#entries.updateMany(
      { _id: { $in: [...new Set(done.flatMap(({ missing }) => missing.map(({ _id }) => _id)))] } },
      { $pull: { unsummed: { $in: done.map(({ key }) => key) } } },
    );
  }

  /** Takes the key of each sum from the entries that it names: before others are added, nobody names these any more. */
  async #takeKeys(sums: readonly StoredSum[]): Promise<void> {
    const naming = sums.filter(({ adding }) => adding.length > 0);
    if (naming.length === 0) return;
    await this.#entries.bulkWrite(
      naming.map(({ _id: key, adding }) => ({
        updateMany: {
          filter: { unsummed: key, _id: { $in: [...adding] } },
          update: { $pull: { unsummed: key } },
          hint: { unsummed: 1 },
        },
      })),
      { ordered: false },
    );
  }

  #unsummed(unsummed: mongo.Filter<StoredEntry>['unsummed'], limit: number): Promise<Unsummed[]> {
    return this.#entries
      .find({ unsummed } as mongo.Filter<StoredEntry>)
      .project<Unsummed>(read)
      .limit(limit)
      .toArray();
  }
}

const nothingYet = (key: SumKey): StoredSum => ({ _id: key, version: 0, fen: 0, entries: 0, adding: [] });

function withEntries(sum: StoredSum, key: SumKey, entries: readonly Unsummed[]): StoredSum {
  const fen = entries.reduce((total, entry) => total + (addends(entry).get(key) ?? 0), sum.fen);
  return { ...sum, fen, entries: sum.entries + entries.length, adding: entries.map(({ _id }) => _id) };
}

/** The write that makes `sum` hold what is given, unless somebody else wrote it meanwhile. */
const writeOf = (
  { _id, version }: StoredSum,
  { fen, entries, adding }: Pick<StoredSum, 'fen' | 'entries' | 'adding'>,
) => ({ filter: { _id, version }, update: { $set: { fen, entries, adding }, $inc: { version: 1 } } });

const sameVersions = (before: readonly Version[], after: readonly Version[]): boolean => {
  const versions = new Map(after.map(({ _id, version }) => [_id, version]));
  return before.length === after.length && before.every(({ _id, version }) => versions.get(_id) === version);
};
