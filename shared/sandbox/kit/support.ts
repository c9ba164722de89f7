import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../kit/clock';
import { closeGracefully, listen, portOf } from '../../kit/process/listen';

/** For tests: waits until it holds, or fails after five seconds. */
export async function until(holds: () => boolean | Promise<boolean>) {
  const end = performance.now() + 5000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come true within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** For tests: a folder that is gone afterwards. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lintuan-sandbox-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** For tests: a clock that stands still until it is moved. */
export function handClock(start: string) {
  let at = Date.parse(start);
  const listeners = new Set<() => void>();
  const now: Clock = Object.assign(() => new Date(at), {
    onMove: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    now,
    passes: (ms: number) => {
      at += ms;
      for (const listener of [...listeners]) listener();
    },
    comesTo: (moment: string) => {
      at = Date.parse(moment);
      for (const listener of [...listeners]) listener();
    },
  };
}

export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type Received = { headers: IncomingHttpHeaders; body: string };

/** For tests: takes whatever is posted; `answer` decides what it says. */
export async function startListener(answer: (received: Received) => { status: number; text?: string }) {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      const one = { headers: req.headers, body };
      received.push(one);
      const { status, text } = answer(one);
      res.writeHead(status).end(text);
    });
  });
  await listen(server, 0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${portOf(server)}/notices`,
    received,
    close: () => closeGracefully(server, { timeoutMs: 200 }),
  };
}
