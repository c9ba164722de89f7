import { isDeepStrictEqual } from 'node:util';
import { type NewEntry, entryIdOf } from '../../domain/ledger/entry';
import { type LedgerStore } from '../../storage/ledger/ledgerStore';
import { type FactSource } from './factSources';

/** Something that the ledger does not say as the facts do. */
export type Difference = { readonly what: string; readonly detail: string };

export type Comparison = {
  /** Entries that follow from the facts. */
  readonly derived: number;
  readonly sums: number;
  readonly differences: readonly Difference[];
};

const atOnce = 500;

/**
 * Derives every entry anew from the facts, and compares entries and sums with what is kept. Changes nothing. It may run beside the
 * product: facts are kept before their entries, so entries are listed first; what is missing is looked for again at the end.
 */
export async function compareLedger(
  ledger: LedgerStore,
  sources: readonly FactSource[],
): Promise<Comparison> {
  const kept = new Map<string, string>();
  for await (const { entryId, cause } of ledger.causes()) kept.set(entryId, cause);
  const differences: Difference[] = [];
  const late: { readonly source: string; readonly entry: NewEntry }[] = [];
  const seen = new Set<string>();
  for (const { name: source, entries } of sources)
    for await (const batch of inBatches(entries())) {
      const stored = await ledger.byCause(batch.map(({ cause }) => cause));
      for (const entry of batch) {
        const id = entryIdOf(entry.cause);
        if (seen.has(id))
          differences.push({ what: entry.cause, detail: `follows twice, again from ${source}` });
        seen.add(id);
        const found = stored.get(entry.cause);
        if (!found) late.push({ source, entry });
        else if (!isSame(found, entry))
          differences.push({ what: entry.cause, detail: `is ${shown(found)}, by ${source} ${shown(entry)}` });
      }
    }
  for (const { source, entry } of late)
    if (!(await ledger.byCause([entry.cause])).has(entry.cause))
      differences.push({ what: entry.cause, detail: `is missing; by ${source} ${shown(entry)}` });
  for (const [id, cause] of kept)
    if (!seen.has(id)) differences.push({ what: cause, detail: 'follows from no fact' });
  const { sums, wrong } = await ledger.compareSums({ mend: false });
  return {
    derived: seen.size,
    sums,
    differences: [
      ...differences,
      ...wrong.map(({ key, kept: fen, counted }) => ({
        what: `the sum ${key}`,
        detail: `is ${fen}, its entries add up to ${counted}`,
      })),
    ],
  };
}

async function* inBatches(entries: AsyncIterable<NewEntry>): AsyncIterable<NewEntry[]> {
  let batch: NewEntry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What of an entry says something: its postings are no list but amounts by account. */
const said = ({ kind, day, at, cityId, about, postings, commission }: NewEntry) => ({
  ...{ kind, day, at: at.getTime(), cityId: cityId ?? null },
  about: { ...about },
  postings: Object.fromEntries(postings.map(({ account, fen }) => [account, fen])),
  commission: commission ? { ...commission, withdrawableFrom: commission.withdrawableFrom.getTime() } : null,
});

const isSame = (a: NewEntry, b: NewEntry): boolean => isDeepStrictEqual(said(a), said(b));

const shown = ({ day, postings }: NewEntry): string =>
  `${day}: ${postings.map(({ account, fen }) => `${account} ${fen}`).join(', ')}`;
