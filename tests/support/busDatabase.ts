import { setAsideStore, type SetAsideStore } from '../../shared/kit/bus/setAside/setAsideStore';
import { ensureIndexes } from '../../shared/kit/mongo/indexes';
import { type TestDatabase, testDatabase } from './database';

let database: Promise<TestDatabase> | undefined;
let count = 0;

/** A database of its own on the connection that this test file shares. */
export async function anotherDatabase() {
  const { connection, dbName } = await (database ??= testDatabase('bus'));
  return connection.useDb(`${dbName}_${++count}`);
}

export async function aSetAsideStore(): Promise<SetAsideStore> {
  const connection = await anotherDatabase();
  const store = setAsideStore(connection);
  await ensureIndexes(connection);
  return store;
}
