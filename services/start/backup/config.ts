import { resolve } from 'node:path';
import { z } from '#shared/contracts/zod';
import { address, ConfigError, readEnvironment } from '#shared/kit/config/environment';

const environmentOfCommands = {
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: address(['mongodb', 'mongodb+srv']).optional(),
};

export type CommandConfig = { readonly dataDir: string; readonly file: string; readonly replace: boolean };

/**
 * What `npm run backup` and `npm run restore` are told: the data folder by environment, the file as their argument.
 * @throws {ConfigError}
 */
export function readCommandConfig(environment = process.env, given = process.argv.slice(2)): CommandConfig {
  const values = readEnvironment(environmentOfCommands, environment);
  if (values.MONGODB_URI !== undefined)
    throw new ConfigError([
      'MONGODB_URI is set: back up and restore that server with its own tools (deploy/README.md, "Back up")',
    ]);
  const files = given.filter((one) => !one.startsWith('--'));
  const [file] = files;
  if (
    file === undefined ||
    files.length > 1 ||
    given.some((one) => one.startsWith('--') && one !== '--replace')
  )
    throw new ConfigError(['Name one file, after --, such as: npm run backup -- lintuan.tar.gz']);
  return { dataDir: resolve(values.DATA_DIR), file: resolve(file), replace: given.includes('--replace') };
}
