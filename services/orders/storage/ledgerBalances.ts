import { type Connection, type mongo } from 'mongoose';
import { Schema } from 'mongoose';
import { type AccountId, type LedgerEntryId } from '#shared/contracts/ids';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { guardedUpsert } from '#shared/kit/mongo/guardedUpsert';
import { type StoredEntry } from './ledgerEntryModel';

type Sum = { readonly account: string; readonly fen: number; readonly entries: number };

/** What all entries of one leader add up to, account by account: balanced in itself, as each of them is. */
type Balance = {
  _id: AccountId;
  /** Of the document: one write follows another. */
  version: number;
  /** Of the sums: entries that bear it are in them. Another one begins them anew. */
  generation: number;
  sums: readonly Sum[];
  /** The entries that the last write added: they need not bear the generation yet. */
  adding: readonly LedgerEntryId[];
  /** There are entries that the sums, begun anew, do not hold yet. */
  behind?: boolean;
};

type Missing = Pick<StoredEntry, '_id' | 'postings'>;

const BalanceModel = defineModel<Balance>({
  name: 'LedgerBalance',
  collection: 'ledger_balances',
  fields: {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    generation: { type: Number, required: true },
    sums: [Schema.Types.Mixed],
    adding: [String],
    behind: Boolean,
  },
  indexes: [[{ behind: 1 }, { partialFilterExpression: { behind: true } }]],
});

const atOnce = 500;
const maxTries = 200;

/**
 * Running balances beside the entries, without a transaction over both. One guarded write adds entries to a leader's sums and
 * names them; only then they are marked as added. So whatever died in between, an entry is in the sums exactly if it is marked
 * or named, and nobody adds it twice.
 */
export class LedgerBalances {
  readonly #balances: mongo.Collection<Balance>;
  readonly #entries: mongo.Collection<StoredEntry>;

  constructor(mongo: Connection, entries: mongo.Collection<StoredEntry>) {
    this.#balances = nativeOn(mongo, BalanceModel);
    this.#entries = entries;
  }

  /** Adds every entry of a leader that the sums do not hold yet; answers how they stand then. */
  async bringUp(leader: AccountId): Promise<Balance> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const balance = (await this.#balances.findOne({ _id: leader })) ?? nothingYet(leader);
      await this.#mark(balance);
      const missing = await this.#missing(balance);
      if (missing.length === 0 && !balance.behind) return balance;
      await this.#add(balance, missing);
    }
    throw new Error(`The balance of ${leader} never stood still`);
  }

  /** The sums of all leaders, account by account, with everything that was left out so far. */
  async accounts(): Promise<Sum[]> {
    for (const leader of await this.#left()) await this.bringUp(leader);
    const found = await this.#balances
      .aggregate<Omit<Sum, 'account'> & { _id: string }>([
        { $unwind: '$sums' },
        { $group: { _id: '$sums.account', fen: { $sum: '$sums.fen' }, entries: { $sum: '$sums.entries' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    return found.map(({ _id, ...sum }) => ({ account: _id, ...sum }));
  }

  /** Begins all sums anew: every entry is added again when a balance is asked for. */
  async beginAnew(): Promise<void> {
    await this.#balances.updateMany(
      {},
      { $inc: { version: 1, generation: 1 }, $set: { sums: [], adding: [], behind: true } },
    );
  }

  async #add(balance: Balance, missing: readonly Missing[]): Promise<void> {
    const { _id, version, generation } = balance;
    await guardedUpsert(() =>
      this.#balances.updateOne(
        { _id, version },
        {
          $set: {
            generation,
            sums: withEntries(balance.sums, missing),
            adding: missing.map((entry) => entry._id),
          },
          $inc: { version: 1 },
          ...(missing.length < atOnce ? { $unset: { behind: '' } } : {}),
        },
        // Only the first write makes the document; a later one finds it, or another was quicker.
        { upsert: version === 0 },
      ),
    );
  }

  /** `$max`: a process that read an older generation must not take back the mark of a newer one. */
  async #mark({ adding, generation }: Balance): Promise<void> {
    if (adding.length === 0) return;
    await this.#entries.updateMany(
      { _id: { $in: [...adding] }, ...unmarked(generation) },
      { $max: { summed: generation } },
    );
  }

  #missing({ _id, generation, adding }: Balance): Promise<Missing[]> {
    return this.#entries
      .find({ leaderAccountId: _id, _id: { $nin: [...adding] }, ...unmarked(generation) })
      .project<Missing>({ postings: 1 })
      .limit(atOnce)
      .toArray();
  }

  /** Leaders with entries that nobody added: whoever posted them died, or they are older than the balances. */
  async #left(): Promise<Set<AccountId>> {
    const leaders = await this.#entries.distinct('leaderAccountId', { summed: { $exists: false } });
    const behind = await this.#balances.distinct('_id', { behind: true });
    return new Set([...leaders, ...behind]);
  }
}

const unmarked = (generation: number) => ({
  $or: [{ summed: { $exists: false } }, { summed: { $lt: generation } }],
});

const nothingYet = (leader: AccountId): Balance => ({
  _id: leader,
  version: 0,
  generation: 1,
  sums: [],
  adding: [],
});

function withEntries(sums: readonly Sum[], entries: readonly Missing[]): Sum[] {
  const byAccount = new Map(sums.map((sum) => [sum.account, sum]));
  for (const { account, fen } of entries.flatMap(({ postings }) => postings)) {
    const before = byAccount.get(account);
    byAccount.set(account, {
      account,
      fen: (before?.fen ?? 0) + fen,
      entries: (before?.entries ?? 0) + 1,
    });
  }
  return [...byAccount.values()];
}
