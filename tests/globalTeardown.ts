import { rmSync } from 'node:fs';
import { keptEngines } from './support/mongoEngines';

export default async function stopEngines(): Promise<void> {
  for (const { engine, dataDir } of keptEngines()) {
    await engine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
