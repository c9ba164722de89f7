import { runOnDatabase } from '#shared/kit/process/runOnDatabase';
import { identityMigrations } from './storage/migrations';

/** Runs a command on identity's database. @param work says what it did on standard output */
export const runCommand = (name: string, work: Parameters<typeof runOnDatabase>[2]): void => {
  runOnDatabase(name, { name: 'identity', migrations: identityMigrations }, work);
};
