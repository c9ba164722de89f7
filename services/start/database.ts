import { join } from 'node:path';
import { type Log } from '#shared/kit/log/log';
import { startEmbeddedEngine } from '#shared/kit/mongo/embeddedEngine';
import { say } from './say';

export type Database = { readonly uri: string; close(): Promise<void> };

/** The server that MONGODB_URI names, or the embedded engine on the data folder. Should the engine die, so does the process. */
export async function openDatabase(
  mongoUri: string | undefined,
  dataDir: string,
  log: Log,
): Promise<Database> {
  if (mongoUri !== undefined) return { uri: mongoUri, close: () => Promise.resolve() };
  const onProgress = (note: string) => {
    say(`  ${note}`);
  };
  const engine = await startEmbeddedEngine({ dataDir: join(dataDir, 'db'), log, onProgress });
  void engine.died.then((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  return { uri: engine.uri, close: () => engine.close() };
}
