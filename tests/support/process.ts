import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** How our programs are run. */
export type Programs = {
  /** Where `services/` and `shared/` lie. */
  readonly folder: string;
  /** Node, and what it is told before the program. */
  readonly command: readonly [node: string, ...options: string[]];
  readonly ending: '.ts' | '.js';
};

const fromSource: Programs = {
  folder: resolve(__dirname, '../..'),
  command: [process.execPath, '--import', 'tsx'],
  ending: '.ts',
};

export type KillableProcess = {
  /** Everything that it wrote. */
  output(): string;
  /** Resolves with what `pattern` found in the output; rejects when the process ended without saying it. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** SIGKILL to the process and all that it started: nothing gets to flush or to say goodbye. */
  kill(): Promise<void>;
  /** Stops it where it is, as a machine that hangs: connections are taken and nothing is answered. */
  hang(): void;
  /** Lets it go on. */
  goOn(): void;
  /** Ends it as Ctrl-C would. */
  stop(): Promise<void>;
};

/**
 * Runs one of the product's programs in a process group of its own. Kill or stop it, whatever happens.
 * @param program its source, such as `services/start.ts`
 * @param programs from their source unless told
 */
export function startProcess(
  program: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  { folder, command: [node, ...options], ending }: Programs = fromSource,
): KillableProcess {
  const file = program.replace(/\.ts$/, ending);
  const child: ChildProcess = spawn(node, [...options, file, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const look of watchers) look();
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      changed();
    });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const closed = once(child, 'close').then(changed);

  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined && !ended()) process.kill(-child.pid, name);
  };

  async function end(signal: NodeJS.Signals, whole: boolean): Promise<void> {
    if (child.pid !== undefined && !ended()) process.kill(whole ? -child.pid : child.pid, signal);
    await closed;
  }

  return {
    output: () => text,
    kill: () => end('SIGKILL', true),
    hang: () => {
      signal('SIGSTOP');
    },
    goOn: () => {
      signal('SIGCONT');
    },
    stop: () => end('SIGTERM', false),
    said: (pattern) =>
      new Promise((found, fail) => {
        const look = () => {
          const match = pattern.exec(text);
          if (!match && !ended()) return;
          watchers.delete(look);
          if (match) found(match);
          else fail(new Error(`${program} ended without saying ${String(pattern)}:\n${text.slice(-3_000)}`));
        };
        watchers.add(look);
        look();
      }),
  };
}
