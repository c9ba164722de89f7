import { type EmbeddedEngine } from '../../shared/kit/mongo/embeddedEngine';

export type KeptEngine = { readonly engine: EmbeddedEngine; readonly dataDir: string };
/** jest loads setup and teardown as separate modules: the process is all they share. */
const shelf = globalThis as { lintuanTestEngines?: readonly KeptEngine[] };

export function keepEngines(kept: readonly KeptEngine[]): void {
  shelf.lintuanTestEngines = kept;
}

export const keptEngines = (): readonly KeptEngine[] => shelf.lintuanTestEngines ?? [];
