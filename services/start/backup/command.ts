import { ConfigError } from '#shared/kit/config/environment';
import { DataDirInUse, DataDirUnusable, EngineCannotLoad } from '#shared/kit/mongo/engineErrors';
import { NotHeldStill } from '#shared/kit/mongo/stillness';
import { DamagedBackup } from './archive';
import { type CommandConfig, readCommandConfig } from './config';
import { CannotRestore } from './restore';

/** Errors whose message says all there is to say. */
const plainErrors = [
  ConfigError,
  CannotRestore,
  DamagedBackup,
  DataDirInUse,
  DataDirUnusable,
  EngineCannotLoad,
  NotHeldStill,
];

/** Runs a command on a data folder; one that cannot be done says why in a line, and the process ends with 1. */
export function runCommand(work: (config: CommandConfig) => Promise<void>): void {
  Promise.resolve()
    .then(() => work(readCommandConfig()))
    .catch((error: unknown) => {
      if (!(error instanceof Error) || !plainErrors.some((known) => error instanceof known)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    });
}
