import { systemClock } from '#shared/kit/clock';
import { runCommand } from './command';
import { signingKeyStore } from './storage/signingKeyStore';
import { signingKeys } from './tokens/signingKeys';

/**
 * `npm run keys:rotate`: for the day when a key that signs access tokens may have leaked. Within a minute no service takes a token
 * under an old key any more; people stay signed in, because their phones fetch new tokens by themselves.
 */
runCommand('keys:rotate', async (mongo) => {
  const withdrawn = await signingKeys(signingKeyStore(mongo), systemClock).replaceAll();
  process.stdout.write(
    `${withdrawn} signing keys withdrawn, new ones made. Old access tokens end within a minute; nobody has to sign in again.\n`,
  );
});
