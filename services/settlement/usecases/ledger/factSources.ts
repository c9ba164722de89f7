import { entriesOfPayout } from '../../domain/payouts/payoutEntries';
import { type NewEntry } from '../../domain/ledger/entry';
import { type SettlementDeps } from '../deps';

/** Facts that the ledger follows from, and the entries that follow from each of them. */
export type FactSource = { readonly name: string; readonly entries: () => AsyncIterable<NewEntry> };

/** Everything that entries follow from, subject by subject: `npm run ledger:rebuild` derives all of them anew. */
export const factSources = ({ payouts }: SettlementDeps): FactSource[] => [
  {
    name: 'payouts',
    async *entries() {
      for await (const payout of payouts.all()) yield* entriesOfPayout(payout);
    },
  },
];
