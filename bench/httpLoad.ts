import { Agent, request } from 'node:http';

export type Sent = { readonly status: number; readonly bytes: number; readonly body: unknown };

/** A plain HTTP client with kept-alive connections: as little work per request as Node allows. */
export class HttpLoad {
  readonly #agent: Agent;
  readonly #origin: URL;

  constructor(origin: string, connections: number) {
    this.#origin = new URL(origin);
    // Idle connections are given up before any server closes them under the next request.
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: connections,
      scheduling: 'lifo',
      timeout: 30_000,
    });
  }

  /** @param readBody whether the reply is parsed as JSON; otherwise its bytes are only counted. */
  send(
    method: 'GET' | 'POST',
    path: string,
    options: { headers?: Record<string, string>; body?: unknown; readBody?: boolean } = {},
  ): Promise<Sent> {
    const payload = options.body === undefined ? undefined : Buffer.from(JSON.stringify(options.body));
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          agent: this.#agent,
          host: this.#origin.hostname,
          port: this.#origin.port,
          method,
          path,
          headers: {
            ...options.headers,
            ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (options.readBody) chunks.push(chunk);
          });
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: response.statusCode ?? 0,
              bytes,
              body: text === '' ? undefined : (JSON.parse(text) as unknown),
            });
          });
          response.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
