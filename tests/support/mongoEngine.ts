import { type EmbeddedEngine } from '../../shared/kit/mongo/embeddedEngine';

type Kept = { engine: EmbeddedEngine; dataDir: string };
/** jest loads setup and teardown as separate modules: the process is all they share. */
const shelf = globalThis as { lintuanTestEngine?: Kept };

export function keepEngine(kept: Kept): void {
  shelf.lintuanTestEngine = kept;
}

export function keptEngine(): Kept | undefined {
  return shelf.lintuanTestEngine;
}
