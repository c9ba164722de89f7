import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A start of the product that this program made for itself. */
export type OwnStart = { readonly url: string; readonly dataDir: string; stop(): Promise<void> };

/** The product did not come up; its own words say why. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const root = resolve(__dirname, '../../..');
const lastLines = 20;

/**
 * Starts everything on a free port with a data folder of its own, which goes away with it.
 * @param onLine each line that the start says
 * @param life whether the demo's people live on their own, having lived through last evening
 * @throws {CannotStart}
 */
export async function startOwn(onLine: (line: string) => void, { life = false } = {}): Promise<OwnStart> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lintuan-demo-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'services/start.ts', '--no-app', ...(life ? [] : ['--no-life'])],
    {
      cwd: root,
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  const said: string[] = [];
  const url = await new Promise<string | undefined>((found) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (said.length > lastLines) said.shift();
        onLine(line);
        const [, address] = /is ready: (http\S+)/.exec(line) ?? [];
        if (address !== undefined) found(address);
      });
    child.on('exit', () => {
      found(undefined);
    });
  });
  if (url === undefined) {
    await stop();
    throw new CannotStart(`The product did not start. Its last words:\n${said.join('\n')}`);
  }
  return { url, dataDir, stop };
}
