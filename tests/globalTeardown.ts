import { rmSync } from 'node:fs';
import { keptEngine } from './support/mongoEngine';

export default async function stopEngine(): Promise<void> {
  const kept = keptEngine();
  if (!kept) return;
  await kept.engine.close();
  rmSync(kept.dataDir, { recursive: true, force: true });
}
