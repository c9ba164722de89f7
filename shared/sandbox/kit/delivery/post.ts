import http from 'node:http';
import https from 'node:https';

/** So many messages are under way together at most. */
export const AT_ONCE = 16;
const IDLE_MS = 30_000;
const TEXT_READ = 4096;

/** `text` is the beginning of what was answered. */
export type Posted = { status: number; text: string };

export type Post = {
  /** Sends a body; resolves with the answer, or rejects when nothing was answered in time. */
  send: (url: string, body: string, headers: Record<string, string>) => Promise<Posted>;
  close: () => void;
};

/** A small keep-alive client: events are many and local, and redirects must not be followed. An answer may take `answerMs`. */
export function createPost(answerMs = 10_000): Post {
  // Idle connections are given up before a server closes them under the next request.
  const kept = { keepAlive: true, maxSockets: AT_ONCE, timeout: IDLE_MS };
  const agents = { http: new http.Agent(kept), https: new https.Agent(kept) };
  return {
    send: (url, body, headers) =>
      new Promise((resolve, reject) => {
        const secure = url.startsWith('https:');
        const options = {
          method: 'POST',
          agent: secure ? agents.https : agents.http,
          timeout: answerMs,
          headers: {
            ...headers,
            'content-length': Buffer.byteLength(body),
          },
        };
        const request = (secure ? https : http).request(url, options, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            if (text.length < TEXT_READ) text += chunk;
          });
          response.once('end', () => {
            resolve({ status: response.statusCode ?? 0, text: text.slice(0, TEXT_READ) });
          });
          response.once('error', reject);
        });
        request.once('timeout', () => request.destroy(new Error('no answer in time')));
        request.once('error', reject);
        request.end(body);
      }),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
