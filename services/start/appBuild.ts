import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fingerprintOf } from './fingerprint';
import { say } from './say';

const root = resolve(__dirname, '../..');
const built = join(root, 'miniprogram/dist/h5/index.html');
const sources = ['miniprogram', 'shared/contracts', 'package-lock.json'].map((path) => join(root, path));
/** Tells what the site that is there was made from. */
const stamp = join(root, 'miniprogram/dist/h5.made-from');
const tellEveryMs = 15_000;

/** By contents, not by times: a clone or a checkout writes everything anew. */
const isFresh = (fingerprint: string): boolean =>
  existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;

export type AppBuild = {
  /** Resolves with whether the site is there; never rejects. */
  readonly done: Promise<boolean>;
  readonly running: boolean;
  close(): void;
};

const ready = (there: boolean): AppBuild => ({
  done: Promise.resolve(there),
  running: false,
  close: () => undefined,
});

/**
 * Builds the H5 site in a process of its own, unless it is there already and was made from what is there now; the start goes on
 * meanwhile. Compiled services come without its source, and with the site that was put beside them.
 */
export function buildApp(): AppBuild {
  if (!sources.every((path) => existsSync(path))) return ready(existsSync(built));
  const fingerprint = fingerprintOf(sources);
  if (isFresh(fingerprint)) return ready(true);
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
    const there = ok && existsSync(built);
    if (there) writeFileSync(stamp, fingerprint);
    return there;
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
