import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Who holds a data folder. Left behind by a killed engine; the engine's own lock is what decides. */
type Owner = { parentPid: number; pid: number; socketPath: string };

/** A Unix socket's path may have 103 characters on macOS, 107 on Linux; the engine adds this to the temp folder. */
const LONGEST_SOCKET_PATH = 103;
const SOCKET_SUFFIX = '/embedded-mongodb-XXXXXX/mongodb.sock';

const recordOf = (dataDir: string) => join(dataDir, 'lintuan-owner.json');

/** Writes down who holds the folder, and removes the socket folder that a killed predecessor left behind. */
export function recordOwner(dataDir: string, socketPath: string): void {
  const last = readOwner(dataDir);
  if (last && last.socketPath !== socketPath) removeSocketFolder(last.socketPath);
  const owner: Owner = { parentPid: process.ppid, pid: process.pid, socketPath };
  writeFileSync(recordOf(dataDir), JSON.stringify(owner));
}

export function forgetOwner(dataDir: string): void {
  rmSync(recordOf(dataDir), { force: true });
}

/** Whether the process that started the folder's engine has ended: then that engine is on its way out. */
export function ownerIsGone(dataDir: string): boolean {
  const owner = readOwner(dataDir);
  if (!owner) return true; // its record goes just before its lock
  try {
    process.kill(owner.parentPid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Makes the engine put its socket in /tmp when the temp folder is missing or its path too long for a socket. */
export function shortenSocketPath(): void {
  try {
    accessSync(tmpdir(), constants.W_OK);
    if (tmpdir().length + SOCKET_SUFFIX.length <= LONGEST_SOCKET_PATH) return;
  } catch {
    // fall through to /tmp
  }
  // eslint-disable-next-line no-restricted-properties -- the engine asks os.tmpdir() where its socket goes
  process.env['TMPDIR'] = '/tmp';
}

/** The address of the engine that runs on this folder; undefined when none does. */
export function runningEngine(dataDir: string): string | undefined {
  const socketPath = runningSocket(dataDir);
  return socketPath === undefined ? undefined : `mongodb://${encodeURIComponent(socketPath)}`;
}

/** The socket of the engine that runs on this folder; undefined when none does. */
export function runningSocket(dataDir: string): string | undefined {
  const owner = readOwner(dataDir);
  return owner && !ownerIsGone(dataDir) ? owner.socketPath : undefined;
}

/**
 * The process of the engine that runs on this folder; undefined when none does. Only of one that listens: after a power cut the numbers that a
 * killed engine left behind may be those of strangers. An engine that is stopped listens, too.
 */
export async function runningProcess(dataDir: string): Promise<number | undefined> {
  const owner = readOwner(dataDir);
  return owner && !ownerIsGone(dataDir) && (await listens(owner.socketPath)) ? owner.pid : undefined;
}

function listens(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const say = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', say(true)).once('error', say(false));
  });
}

function readOwner(dataDir: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(recordOf(dataDir), 'utf8')) as Owner;
  } catch {
    return undefined; // none, or torn by a kill: nothing to go by
  }
}

function removeSocketFolder(socketPath: string): void {
  const folder = dirname(socketPath);
  if (basename(folder).startsWith('embedded-mongodb-')) rmSync(folder, { recursive: true, force: true });
}
