/**
 * The process that holds the embedded engine: `node engineProcess.ts <data folder>`, started by embeddedEngine.ts.
 * It lives as long as its parent: it closes on request, and when the channel to the parent breaks.
 */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EngineFailure, type EngineMessage, type EngineRequest } from './engineMessages';
import { type EngineModule, loadEngine } from './loadEngine';
import { forgetOwner, ownerIsGone, recordOwner, shortenSocketPath } from './engineOwner';

type OpenEngine = Awaited<ReturnType<EngineModule['open']>>;

/** How long a predecessor whose parent was killed may take to flush and let go of the folder. */
const TAKEOVER_MS = 20_000;

const [, , dataDir = ''] = process.argv;
let engine: OpenEngine | undefined;
let ending = false;

// A terminal sends Ctrl-C to the whole group, a supervisor its TERM: the parent still has requests to answer, so it decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => void end());
process.on('message', (_close: EngineRequest) => void end());
void begin();

async function begin(): Promise<void> {
  const module = attempt('cannot_load', () =>
    loadEngine((note) => {
      tell({ type: 'progress', note });
    }),
  );
  if (!module) return;
  const folder = attempt('data_dir_unusable', () => {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return dataDir;
  });
  if (folder === undefined) return;

  shortenSocketPath();
  const opened = await openPatiently(module);
  if (!opened) return;
  engine = opened;
  recordOwner(dataDir, opened.socketPath);
  // A parent that died while this module was still loading has left no event behind.
  if (ending || !process.connected) await close(opened);
  else tell({ type: 'ready', uri: opened.uri });
}

/** Opens the folder, waiting while a predecessor whose parent is gone lets go of it. */
async function openPatiently(module: EngineModule): Promise<OpenEngine | undefined> {
  const deadline = performance.now() + TAKEOVER_MS;
  for (let told = false; ; told = true) {
    try {
      return await module.open(dataDir);
    } catch (error) {
      const detail = messageOf(error);
      const inUse = detail.includes('DBPathInUse');
      if (!inUse || ending || !ownerIsGone(dataDir) || performance.now() > deadline) {
        fail(inUse ? 'data_dir_in_use' : 'data_dir_unusable', detail);
        return undefined;
      }
      if (!told) tell({ type: 'progress', note: 'Waiting for the last start to let go of the data folder' });
      await sleep(100);
    }
  }
}

/** Ends once; while the engine is still opening, `begin` sees that and closes it. */
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  if (engine) await close(engine);
}

async function close(open: OpenEngine): Promise<void> {
  forgetOwner(dataDir); // first: once the lock is free, the record is the next owner's
  await open.close();
  process.exit(0);
}

/** Like mkdir -p; Node's own never returns where the kernel refuses new entries, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function attempt<T>(reason: EngineFailure, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    fail(reason, messageOf(error));
    return undefined;
  }
}

function fail(reason: EngineFailure, detail: string): void {
  if (!process.connected) process.exit(1);
  process.send?.({ type: 'failed', reason, detail } satisfies EngineMessage, () => process.exit(1));
}

function tell(message: EngineMessage): void {
  if (process.connected) process.send?.(message, () => undefined); // a parent that has just gone is no error
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
