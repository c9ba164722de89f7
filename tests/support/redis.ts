import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';

export type TestRedis = {
  readonly url: string;
  /** Ends the process at once (SIGKILL); what was acknowledged is on the disk. */
  kill(): Promise<void>;
  /** Makes it silent: connections stay open and nothing is answered, until `wake`. */
  hang(): void;
  wake(): void;
  /** Starts it again on the same address and data. */
  start(): Promise<void>;
  /** Puts a copy of its data aside; `restoreCopy` can begin with that. */
  copy(): Promise<void>;
  /** Ends it, and starts it again on the data of the copy. */
  restoreCopy(): Promise<void>;
  /** Ends it and deletes its data. */
  close(): Promise<void>;
};

/** A Redis of its own on a free port, set up as production's must be: every write on the disk, nothing evicted. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'lintuan-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const options = [
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ];
    const started = spawn(
      'redis-server',
      ['--port', String(port), ...options, '--appendonly', 'yes', '--appendfsync', 'always'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    server = started;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      started.once('error', () => {
        reject(
          new Error('redis-server cannot be started: install it, on Debian by apt-get install redis-server'),
        );
      });
      started.once('exit', () => {
        reject(new Error(`redis-server ended: ${said}`));
      });
      started.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async function kill(): Promise<void> {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  const copied = () => `${folder}-copy`;
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    hang: () => void server?.kill('SIGSTOP'),
    wake: () => void server?.kill('SIGCONT'),
    start,
    copy: () => cp(folder, copied(), { recursive: true }),
    async restoreCopy() {
      await kill();
      await rm(folder, { recursive: true });
      await cp(copied(), folder, { recursive: true });
      await start();
    },
    async close() {
      await kill();
      for (const one of [folder, copied()]) await rm(one, { recursive: true, force: true });
    },
  };
}
