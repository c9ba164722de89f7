import { runOnDatabase } from '#shared/kit/process/runOnDatabase';
import { settlementMigrations } from './storage/migrations';
import { openStores } from './storage/stores';
import { compareLedger } from './usecases/ledger/compareLedger';
import { factSources } from './usecases/ledger/factSources';

/**
 * `npm run ledger:rebuild`: derives every entry of the ledger anew from the facts that settlement keeps, and compares entries and
 * balances. Prints what differs, and ends with 1 if anything does. It changes nothing, and may run beside the product.
 */
runOnDatabase(
  'ledger:rebuild',
  { name: 'settlement', migrations: settlementMigrations },
  async (connection) => {
    const { kept } = openStores(connection);
    const { derived, sums, differences } = await compareLedger(kept.ledger, factSources(kept));
    for (const { what, detail } of differences) process.stdout.write(`${what}: ${detail}\n`);
    process.stdout.write(
      differences.length === 0
        ? `${derived} entries follow from the facts and ${sums} balances from the entries: all are as they are kept.\n`
        : `${differences.length} differences in ${derived} entries and ${sums} balances.\n`,
    );
    if (differences.length > 0) process.exitCode = 1;
  },
);
