import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Log } from '../log/log';
import { program } from '../process/program';
import { type ImageReply, type ImageRequest } from './imageMessages';

type Answer = Exclude<ImageReply, { readonly type: 'ready' }>;

/** The process that decodes pictures. It starts with the first picture and ends when none came for a while. */
export type ImageWorker = {
  /** One at a time. A picture at which the process dies or works too long is refused. */
  ask(request: ImageRequest): Promise<Answer>;
  close(): void;
};

const idleMs = 30_000;
/** A machine with much else to do may take so long to start it. */
const startMs = 60_000;

export function imageWorker({ log, timeoutMs }: { log: Log; timeoutMs: number }): ImageWorker {
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
    return (running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    }));
  }

  return {
    async ask(request) {
      clearTimeout(idle);
      const child = await started();
      holdsUs(child, true);
      const answer = await replyOf(child, request, timeoutMs);
      holdsUs(child, false);
      if (answer === 'took too long' || answer === 'died') {
        log.warn({ bytes: request.bytes.length }, `the process that reads pictures ${answer}`);
        end();
        return { type: 'refused', fault: answer === 'died' ? 'unreadable' : 'too_large' };
      }
      if (child.connected) idle = setTimeout(end, idleMs).unref();
      else end();
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

async function start(): Promise<ChildProcess> {
  const { path, execArgv } = program(__dirname, 'imageProcess');
  const child = fork(path, [], {
    execArgv: [...execArgv, '--max-old-space-size=128'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It needs no secrets, and whoever breaks a decoder finds none.
    env: { UV_THREADPOOL_SIZE: '2' },
  });
  const ended = once(child, 'exit').then(
    () => {
      throw new Error('the process that reads pictures ended before it was ready');
    },
    (error: unknown) => {
      throw error;
    },
  );
  await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(startMs) }), ended]);
  return child;
}

function replyOf(
  child: ChildProcess,
  request: ImageRequest,
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
