import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEngine } from '../shared/kit/mongo/embeddedEngine';
import { type KeptEngine, keepEngines } from './support/mongoEngines';

/**
 * Each collection and each index is an open file of its engine, also after it was dropped: one engine for all tests would come to the most
 * files that a process may have open, which ends it.
 */
const enginesOfRun = 3;

/** The database engines of the whole run; TEST_MONGODB_URI names a server to use in their place. */
export default async function startEngines(): Promise<void> {
  if (process.env['TEST_MONGODB_URI'] ?? process.env['TEST_MONGODB_URIS']) return;
  const engines = await Promise.all(Array.from({ length: enginesOfRun }, startOne));
  process.env['TEST_MONGODB_URIS'] = JSON.stringify(engines.map(({ engine }) => engine.uri)); // inherited by jest's workers
  keepEngines(engines);
}

async function startOne(): Promise<KeptEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintuan-test-'));
  const quiet = () => undefined;
  const engine = await startEmbeddedEngine({
    dataDir,
    log: { info: quiet, warn: console.warn, error: console.error },
  });
  return { engine, dataDir };
}
