import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

export type Started = {
  /** Everything it wrote, standard output and error. */
  output(): string;
  /** Resolves with what the pattern found in the output. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it as Ctrl-C would (or as told) and answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  readonly exited: Promise<number | null>;
};

/** Runs one of the product's programs as a process of its own. Stop it, whatever happens. */
export function startProgram(
  program: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Started {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const exited = once(child, 'close').then(() => child.exitCode);
  return {
    output: () => text,
    exited,
    async said(pattern) {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${program} ended without saying ${String(pattern)}:\n${text}`);
        await new Promise((resume) => setTimeout(resume, 20));
      }
    },
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return exited;
    },
  };
}
