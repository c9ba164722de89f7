import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { program } from '../process/program';
import { adminCommand } from './adminCommand';
import { DataDirInUse, DataDirUnusable, EngineCannotLoad, EngineDied } from './engineErrors';
import { type EngineMessage, type EngineRequest } from './engineMessages';
import { type MongoLog } from './log';

/** Closing waits for commands in flight; past this the process is killed, which its journal survives. */
const CLOSE_MS = 20_000;
const STDERR_KEPT = 2_000;
/** It listens already, on this machine. */
const REACH_MS = 10_000;
/**
 * Where several indexes could answer and a trial of them finds nothing among 10,000 documents, this version of MongoDB guesses by a part
 * that the embedded engine is built without: an error. Told so, it goes on by the trial alone.
 */
const rankPlansByTrial = { setParameter: 1, internalQueryPlanRanker: 'multiPlanning' } as const;

export type EmbeddedEngine = {
  /** A `mongodb://` address on a Unix socket, for any process of this user. */
  uri: string;
  /** The engine's process. */
  pid: number;
  /** Flushes and ends the process; resolves when it has ended. May be called again. */
  close: () => Promise<void>;
  /** Resolves if the process ends without being asked to; never otherwise. */
  died: Promise<EngineDied>;
};

export type EmbeddedEngineOptions = {
  /** Folder of the database files; made if missing. Must be on a local disk. */
  dataDir: string;
  log: MongoLog;
  /** Called with one line per step worth telling a waiting person. */
  onProgress?: (note: string) => void;
};

/**
 * Starts MongoDB's own engine on `dataDir` in a process of its own, where it is quickest. The process flushes and ends
 * by itself when this one dies. Rejects with DataDirInUse, DataDirUnusable, EngineCannotLoad or EngineDied; with what the driver says where
 * the engine cannot be set up.
 */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const dataDir = resolve(options.dataDir);
  const { path, execArgv } = program(__dirname, 'engineProcess');
  const child = fork(path, [dataDir], {
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaints = (complaints + text.toString()).slice(-STDERR_KEPT);
  });
  const ended = endOf(child).then((how) => new EngineDied(dataDir, complaints || how));

  const uri = await readyUri(child, ended, { ...options, dataDir });
  const engine = whileRunning(child, { uri, dataDir, ended, log: options.log });
  try {
    await adminCommand(uri, rankPlansByTrial, REACH_MS);
  } catch (error) {
    await engine.close();
    throw error;
  }
  options.log.info({ dataDir, pid: child.pid }, 'embedded MongoDB engine is ready');
  return engine;
}

function readyUri(
  child: ChildProcess,
  ended: Promise<EngineDied>,
  options: EmbeddedEngineOptions,
): Promise<string> {
  return new Promise((resolveUri, reject) => {
    void ended.then(reject);
    child.on('message', (message: EngineMessage) => {
      switch (message.type) {
        case 'progress':
          options.log.info({ dataDir: options.dataDir }, message.note);
          options.onProgress?.(message.note);
          return;
        case 'ready':
          resolveUri(message.uri);
          return;
        case 'failed':
          reject(errorOf(message, options.dataDir));
          return;
      }
    });
  });
}

type Running = { uri: string; dataDir: string; ended: Promise<EngineDied>; log: MongoLog };

function whileRunning(child: ChildProcess, { uri, dataDir, ended, log }: Running): EmbeddedEngine {
  let closing: Promise<void> | undefined;
  const close = async () => {
    const limit = setTimeout(() => {
      log.warn({ dataDir }, 'embedded MongoDB engine did not close in time and is killed');
      child.kill('SIGKILL');
    }, CLOSE_MS);
    if (child.connected) child.send({ type: 'close' } satisfies EngineRequest, () => undefined);
    await ended;
    clearTimeout(limit);
  };
  const died = new Promise<EngineDied>((resolveDied) => {
    void ended.then((error) => {
      if (closing) return;
      log.error({ err: error }, error.message);
      resolveDied(error);
    });
  });
  return { uri, pid: child.pid ?? 0, close: () => (closing ??= close()), died };
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return signal ? `ended by ${signal}` : `ended with code ${code ?? 'unknown'}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error); // it could not be started at all
  }
}

function errorOf(failure: Extract<EngineMessage, { type: 'failed' }>, dataDir: string): Error {
  switch (failure.reason) {
    case 'cannot_load':
      return new EngineCannotLoad(failure.detail);
    case 'data_dir_in_use':
      return new DataDirInUse(dataDir);
    case 'data_dir_unusable':
      return new DataDirUnusable(dataDir, failure.detail);
  }
}
