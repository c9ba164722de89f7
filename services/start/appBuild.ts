import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from './say';

const root = resolve(__dirname, '../..');
const built = join(root, 'miniprogram/dist/h5/index.html');
const sources = ['miniprogram', 'shared/contracts'].map((folder) => join(root, folder));
const leftOut = new Set(['node_modules', 'dist', '.cache', '.swc']);
const tellEveryMs = 15_000;

/** Whether the H5 site must be built: it is not there, or older than something that it is made from. */
function isStale(): boolean {
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  return sources.some((folder) => hasNewer(folder, mtimeMs));
}

function hasNewer(folder: string, than: number): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (leftOut.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) return false;
    const path = join(folder, entry.name);
    return entry.isDirectory() ? hasNewer(path, than) : statSync(path).mtimeMs > than;
  });
}

export type AppBuild = {
  /** Resolves with whether the site is there; never rejects. */
  readonly done: Promise<boolean>;
  readonly running: boolean;
  close(): void;
};

/** Builds the H5 site in a process of its own if need be; the start goes on meanwhile. */
export function buildApp(): AppBuild {
  if (!isStale()) return { done: Promise.resolve(true), running: false, close: () => undefined };
  say('· Building the app in the background (about a minute) …');
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const child = spawn('npm', ['run', '--silent', 'build:h5'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      output = (output + text.toString()).slice(-4_000);
    });
  const telling = setInterval(() => {
    say(`  … still building the app (${seconds()} s)`);
  }, tellEveryMs);
  let stopped = false;
  const done = new Promise<boolean>((resolveDone) => {
    child.on('error', () => {
      resolveDone(false);
    });
    child.on('exit', (code) => {
      resolveDone(code === 0);
    });
  }).then((ok) => {
    clearInterval(telling);
    if (!ok && !stopped)
      say(`The app could not be built; "npm run build:h5" says why. Its last words:\n${output.trim()}`);
    return ok && existsSync(built);
  });
  return {
    done,
    running: true,
    close() {
      stopped = true;
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    },
  };
}
