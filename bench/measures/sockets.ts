import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';

export type FanOut = {
  readonly deliveriesPerSecond: number;
  readonly clients: number;
  readonly messages: number;
};

/**
 * Clients that speak just enough of the Engine.IO and Socket.IO protocols (v4 and v5) to follow one topic and count messages:
 * full clients would measure themselves.
 */
export class Followers {
  readonly #sockets: WebSocket[] = [];
  received = 0;
  lastAt = 0;

  async connect(origin: string, count: number, topic: object): Promise<void> {
    const url = `${origin.replace(/^http/, 'ws')}/realtime/?EIO=4&transport=websocket`;
    for (let done = 0; done < count; done += 50)
      await Promise.all(Array.from({ length: Math.min(50, count - done) }, () => this.#follow(url, topic)));
  }

  async #follow(url: string, topic: object): Promise<void> {
    const socket = new WebSocket(url);
    this.#sockets.push(socket);
    const following = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString('latin1');
        if (text.startsWith('42["neighbour_ordered"')) {
          this.received += 1;
          this.lastAt = performance.now();
        } else if (text.startsWith('0')) socket.send('40');
        else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['follow', topic])}`);
        else if (text.startsWith('430')) {
          if (!text.includes('"ok":true')) throw new Error(`Following was refused: ${text}`);
          resolve();
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

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }
}

/** Messages per second that reach `clients` followers of one topic, from the first word to the last delivery. */
export async function fanOut(
  origin: string,
  {
    clients,
    messages,
    topic,
    shout,
  }: {
    readonly clients: number;
    readonly messages: number;
    readonly topic: object;
    /** Makes the server send `messages` messages. */
    readonly shout: (count: number) => Promise<void>;
  },
): Promise<FanOut> {
  const followers = new Followers();
  try {
    await followers.connect(origin, clients, topic);
    const start = performance.now();
    await shout(messages);
    await followers.until(messages * clients);
    const seconds = (followers.lastAt - start) / 1000;
    return { deliveriesPerSecond: Math.round((messages * clients) / seconds), clients, messages };
  } finally {
    followers.close();
  }
}
