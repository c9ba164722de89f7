import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';

/** What a client says of itself and wants to hear. */
export type Following = { readonly token?: string | undefined; readonly topics: readonly object[] };

const atOnce = 50;

/**
 * Clients that speak just enough of the Engine.IO and Socket.IO protocols (v4 and v5) to follow topics and count messages: full clients
 * would measure themselves.
 */
export class Followers {
  #sockets: WebSocket[] = [];
  readonly #counted: string;
  received = 0;
  lastAt = 0;

  /** @param message the name of the messages that are counted */
  constructor(message: string) {
    this.#counted = `42["${message}"`;
  }

  /** Resolves when all of them follow all that they want to. @param at how many come at the same time */
  async connect(origin: string, all: readonly Following[], at = atOnce): Promise<void> {
    const url = `${origin.replace(/^http/, 'ws')}/realtime/?EIO=4&transport=websocket`;
    for (let done = 0; done < all.length; done += at)
      await Promise.all(all.slice(done, done + at).map((one) => this.#follow(url, one)));
  }

  async #follow(url: string, { token, topics }: Following): Promise<void> {
    const socket = new WebSocket(url);
    this.#sockets.push(socket);
    let left = topics.length;
    const hello = token === undefined ? '40' : `40${JSON.stringify({ token })}`;
    const following = new Promise<void>((resolve, reject) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString('latin1');
        if (text.startsWith(this.#counted)) {
          this.received += 1;
          this.lastAt = performance.now();
        } else if (text.startsWith('0')) socket.send(hello);
        else if (text.startsWith('40'))
          for (const [index, topic] of topics.entries())
            socket.send(`42${index}${JSON.stringify(['follow', topic])}`);
        else if (text.startsWith('44')) reject(new Error(`Not let in: ${text}`));
        else if (text.startsWith('43')) {
          if (!text.includes('"ok":true')) reject(new Error(`Following was refused: ${text}`));
          left -= 1;
          if (left === 0) resolve();
        } else if (text === '2') socket.send('3');
      });
    });
    await once(socket, 'open');
    await following;
  }

  /** Waits until `wanted` messages have come, or nothing has come for five seconds. */
  async until(wanted: number): Promise<void> {
    let before = -1;
    let quietSince = performance.now();
    while (this.received < wanted) {
      if (this.received !== before) [before, quietSince] = [this.received, performance.now()];
      if (performance.now() - quietSince > 5_000)
        throw new Error(`Only ${this.received} of ${wanted} messages came`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** All of them are gone at once, as when the network breaks. */
  close(): void {
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets = [];
  }
}
