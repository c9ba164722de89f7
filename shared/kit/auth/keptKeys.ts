import { type JSONWebKeySet } from 'jose';
import { type Connection } from 'mongoose';
import { type Clock } from '../clock';
import { KeptCopies } from '../mongo/keptCopies';

const id = 'signing_keys';
/** As long as access tokens live: later there is none left that these keys have signed. */
const usableMs = 10 * 60_000;

/**
 * The public keys that identity publishes, and for a process that starts while identity is away a copy of what another process read:
 * who is signed in goes on. A process that has read them once remembers them by itself.
 */
export function keptKeys(
  mongo: Connection,
  fetchKeys: () => Promise<JSONWebKeySet>,
  now: Clock,
): () => Promise<JSONWebKeySet> {
  const copies = new KeptCopies<typeof id, JSONWebKeySet>(mongo, {
    ...{ collection: 'known_keys', now, usableMs },
    keyOf: () => id,
  });
  let hasRead = false;
  return async () => {
    try {
      const { keys } = await fetchKeys();
      await copies.keep([{ keys: keys.map((key) => ({ ...key })) }]);
      hasRead = true;
      return { keys };
    } catch (error) {
      const [kept] = hasRead ? [] : await copies.find([id]);
      if (!kept) throw error;
      return kept;
    }
  };
}
