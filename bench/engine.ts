import { join } from 'node:path';
import { mongo } from 'mongoose';
import { runningEngine } from '#shared/kit/mongo/engineOwner';

/** What the engine of a product has done since it began. */
export type EngineSpent = { readonly commands: number; readonly seconds: number };

/** Looks at the embedded engine of a data folder. */
export type EngineWatch = { spent(): Promise<EngineSpent>; close(): Promise<void> };

export function watchEngine(dataDir: string): EngineWatch {
  return watchEngineAt(engineUri(dataDir));
}

/** The address of the embedded engine of a data folder. */
export function engineUri(dataDir: string): string {
  const uri = runningEngine(join(dataDir, 'db'));
  if (uri === undefined) throw new Error(`No engine runs on ${dataDir}`);
  return uri;
}

/** The same of an engine whose address is known. */
export function watchEngineAt(uri: string): EngineWatch {
  const engine = new mongo.MongoClient(uri, { maxPoolSize: 1 });
  return {
    async spent() {
      const { opcounters, extra_info: used } = (await engine.db('admin').command({ serverStatus: 1 })) as {
        opcounters: Readonly<
          Record<'insert' | 'query' | 'update' | 'delete' | 'getmore' | 'command', number>
        >;
        extra_info?: { readonly user_time_us?: number; readonly system_time_us?: number };
      };
      const { insert, query, update, delete: deleted, getmore, command } = opcounters;
      return {
        commands: insert + query + update + deleted + getmore + command,
        seconds: ((used?.user_time_us ?? 0) + (used?.system_time_us ?? 0)) / 1e6,
      };
    },
    close: () => engine.close(),
  };
}
