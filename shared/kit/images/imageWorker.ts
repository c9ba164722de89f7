import { type Log } from '../log/log';
import { helperProcess } from '../process/helperProcess';
import { type ImageReply, type ImageRequest } from './imageMessages';

type Answer = Exclude<ImageReply, { readonly type: 'ready' }>;

/** The process that decodes pictures. */
export type ImageWorker = {
  /** One at a time. A picture at which the process dies or works too long is refused. */
  ask(request: ImageRequest): Promise<Answer>;
  close(): void;
};

export function imageWorker({ log, timeoutMs }: { log: Log; timeoutMs: number }): ImageWorker {
  const helper = helperProcess<ImageRequest, Answer>({
    folder: __dirname,
    name: 'imageProcess',
    timeoutMs,
    heapMegabytes: 128,
  });
  return {
    async ask(request) {
      const answer = await helper.ask(request);
      if (typeof answer !== 'string') return answer;
      log.warn({ bytes: request.bytes.length }, `the process that reads pictures ${answer}`);
      return { type: 'refused', fault: answer === 'died' ? 'unreadable' : 'too_large' };
    },
    close: () => {
      helper.close();
    },
  };
}
