import { runStandalone } from '#shared/kit/standalone';
import { createSettlementApp } from './app';
import { readSettlementConfig } from './config';
import { settlementMigrations } from './storage/migrations';

/** Settlement as a process of its own. */
void runStandalone({
  name: 'settlement',
  migrations: settlementMigrations,
  defaultPort: 8085,
  create: (deps) => createSettlementApp({ ...deps, ...readSettlementConfig() }),
});
