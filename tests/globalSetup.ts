import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEngine } from '../shared/kit/mongo/embeddedEngine';
import { keepEngine } from './support/mongoEngine';

/** One database engine for the whole run; TEST_MONGODB_URI names a server to use in its place. */
export default async function startEngine(): Promise<void> {
  if (process.env['TEST_MONGODB_URI']) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'lintuan-test-'));
  const quiet = () => undefined;
  const engine = await startEmbeddedEngine({
    dataDir,
    log: { info: quiet, warn: console.warn, error: console.error },
  });
  process.env['TEST_MONGODB_URI'] = engine.uri; // inherited by jest's workers
  keepEngine({ engine, dataDir });
}
