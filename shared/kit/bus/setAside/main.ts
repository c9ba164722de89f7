/** `npm run events:set-aside`: what the services could never handle, and how it is handed on once the cause is mended. */
import { systemClock } from '../../clock';
import { ConfigError } from '../../config/environment';
import { createLog } from '../../log/log';
import { connectMongo, DatabaseUnreachable } from '../../mongo/connect';
import { readDatabaseAddress } from '../../mongo/config';
import { readCommand, runCommand } from './command';
import { setAsideStore } from './setAsideStore';

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  const uri = readDatabaseAddress();
  const log = createLog({ service: 'events:set-aside', level: 'error' });
  const connections = await Promise.all(
    command.services.map((service) => connectMongo({ uri, dbName: `lintuan_${service}`, log })),
  );
  try {
    const lines = await runCommand(command, connections.map(setAsideStore), systemClock());
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await Promise.all(connections.map((connection) => connection.close()));
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof ConfigError) && !(error instanceof DatabaseUnreachable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
