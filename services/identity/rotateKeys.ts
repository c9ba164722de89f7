import { ConfigError } from '#shared/kit/config/environment';
import { systemClock } from '#shared/kit/clock';
import { createLog } from '#shared/kit/log/log';
import { DatabaseUnreachable } from '#shared/kit/mongo/connect';
import { DataIsNewer } from '#shared/kit/mongo/migrations';
import { connectOwnDatabase } from '#shared/kit/serviceDeps';
import { readDatabaseAddress } from './config';
import { identityMigrations } from './storage/migrations';
import { signingKeyStore } from './storage/signingKeyStore';
import { signingKeys } from './tokens/signingKeys';

/**
 * `npm run keys:rotate`: for the day when a key that signs access tokens may have leaked. Within a minute no service takes a token
 * under an old key any more; people stay signed in, because their phones fetch new tokens by themselves.
 */
async function main(): Promise<void> {
  const log = createLog({ service: 'keys:rotate', level: 'error' });
  const mongo = await connectOwnDatabase(
    { name: 'identity', migrations: identityMigrations },
    readDatabaseAddress(),
    log,
  );
  try {
    const withdrawn = await signingKeys(signingKeyStore(mongo), systemClock).replaceAll();
    process.stdout.write(
      `${withdrawn} signing keys withdrawn, new ones made. Old access tokens end within a minute; nobody has to sign in again.\n`,
    );
  } finally {
    await mongo.close();
  }
}

main().catch((error: unknown) => {
  if (![ConfigError, DatabaseUnreachable, DataIsNewer].some((known) => error instanceof known)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
