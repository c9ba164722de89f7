import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Child = { readonly pid: number; readonly ready: RegExpExecArray; stop(): Promise<void> };

/**
 * Starts `file` as a process of its own and waits for the line that `ready` matches.
 * @param seen told of every line until then
 */
export async function startChild(
  file: string,
  {
    args = [],
    environment,
    ready,
    seen,
  }: {
    readonly args?: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    readonly ready: RegExp;
    readonly seen?: (line: string) => void;
  },
): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`${file} ended with code ${code} before it was ready`));
    });
    lines.on('line', (line) => {
      seen?.(line);
      const found = ready.exec(line);
      if (found) resolve(found);
    });
  });
  return {
    pid: child.pid ?? 0,
    ready: match,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
