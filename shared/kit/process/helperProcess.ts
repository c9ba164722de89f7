import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { program } from './program';

export type HelperProcess<Request extends object, Answer> = {
  /** One request at a time. After `took too long` or `died` the next one gets a new process. */
  ask(request: Request): Promise<Answer | 'took too long' | 'died'>;
  close(): void;
};

type Options = {
  /** Where the program lies, and what its file is called without its ending. It says `ready`, and answers each message with one. */
  readonly folder: string;
  readonly name: string;
  /** Of one request. */
  readonly timeoutMs: number;
  /** Of the process's own objects. */
  readonly heapMegabytes: number;
};

const idleMs = 30_000;
/** A machine with much else to do may take so long to start it. */
const startMs = 60_000;

/** A process for work that would keep this one from answering. It starts with the first request and ends when none came for a while. */
export function helperProcess<Request extends object, Answer extends object>(
  options: Options,
): HelperProcess<Request, Answer> {
  let running: Promise<ChildProcess> | undefined;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    const ending = running;
    running = undefined;
    clearTimeout(idle);
    ending?.then(
      (child) => child.kill('SIGKILL'),
      () => undefined,
    );
  }

  function started(): Promise<ChildProcess> {
    return (running ??= start(options).catch((error: unknown) => {
      running = undefined;
      throw error;
    }));
  }

  return {
    async ask(request) {
      clearTimeout(idle);
      const child = await started();
      holdsUs(child, true);
      const answer = await replyOf<Answer>(child, request, options.timeoutMs);
      holdsUs(child, false);
      if (typeof answer === 'string' || !child.connected) end();
      else idle = setTimeout(end, idleMs).unref();
      return answer;
    },
    close: end,
  };
}

/** Whether this program goes on for its sake. While it has no work, it ends when we do. */
function holdsUs(child: ChildProcess, holds: boolean): void {
  for (const one of [child, child.channel]) {
    if (holds) one?.ref();
    else one?.unref();
  }
}

async function start({ folder, name, heapMegabytes }: Options): Promise<ChildProcess> {
  const { path, execArgv } = program(folder, name);
  const child = fork(path, [], {
    execArgv: [...execArgv, `--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It needs no secrets, and whoever breaks it finds none.
    env: { UV_THREADPOOL_SIZE: '2' },
  });
  const ended = once(child, 'exit').then(
    () => {
      throw new Error(`${name} ended before it was ready`);
    },
    (error: unknown) => {
      throw error;
    },
  );
  await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(startMs) }), ended]);
  return child;
}

function replyOf<Answer>(
  child: ChildProcess,
  request: object,
  timeoutMs: number,
): Promise<Answer | 'took too long' | 'died'> {
  return new Promise((resolve) => {
    const settle = (outcome: Answer | 'took too long' | 'died') => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', onEnd);
      resolve(outcome);
    };
    const onEnd = () => {
      settle('died');
    };
    const timer = setTimeout(settle, timeoutMs, 'took too long');
    child.once('message', settle).once('exit', onEnd);
    child.send(request, (error) => {
      if (error) onEnd();
    });
  });
}
