import { io, type Socket } from 'socket.io-client';
import {
  type ClientMessages,
  type Done,
  type FollowReply,
  type PositionReport,
  serverMessages,
  type ServerMessages,
  type Snapshot,
  type Topic,
} from '../../../shared/contracts/realtime';
import { waitFor } from './waiting';

type Heard = { [K in keyof ServerMessages]: Parameters<ServerMessages[K]>[0][] };

/** The server did not let somebody follow a topic or report a position. */
export class SocketRefused extends Error {
  override readonly name = 'SocketRefused';
}

/** A person's open socket: what they follow, and everything that they were told. */
export class Live {
  readonly heard: Heard;
  readonly #socket: Socket<ServerMessages, ClientMessages>;
  readonly #topics: Topic[] = [];

  constructor(url: string, token: () => Promise<string | undefined>) {
    this.#socket = io(url, {
      path: '/realtime',
      transports: ['websocket'],
      reconnectionDelayMax: 1_000,
      auth: (give) =>
        void token().then((value) => {
          give(value === undefined ? {} : { token: value });
        }),
    });
    const names = Object.keys(serverMessages) as (keyof ServerMessages)[];
    this.heard = Object.fromEntries(names.map((name) => [name, []])) as unknown as Heard;
    for (const name of names)
      this.#socket.on(name, (message: unknown) => (this.heard[name] as unknown[]).push(message));
    // After a gap a client follows again: that is how it learns what it missed.
    this.#socket.io.on('reconnect', () => {
      for (const topic of this.#topics) void this.#ask(topic).catch(() => undefined);
    });
  }

  /** Follows a topic. @returns its state at this moment. @throws {SocketRefused} */
  async follow(topic: Topic): Promise<Snapshot> {
    const snapshot = await this.#ask(topic);
    this.#topics.push(topic);
    return snapshot;
  }

  /** @throws {SocketRefused} */
  async report(position: PositionReport): Promise<void> {
    const reply = (await this.#socket.timeout(10_000).emitWithAck('report_position', position)) as Done;
    if (!reply.ok) throw new SocketRefused(`${reply.code}: ${reply.detail}`);
  }

  /** Waits for a message that `fits`, also among those heard before. */
  hears<K extends keyof ServerMessages>(
    name: K,
    fits: (message: Heard[K][number]) => boolean,
  ): Promise<Heard[K][number]> {
    return waitFor(`the message ${name}`, () => Promise.resolve(this.heard[name].find(fits)));
  }

  close(): void {
    this.#socket.disconnect();
  }

  async #ask(topic: Topic): Promise<Snapshot> {
    const reply = (await this.#socket.timeout(10_000).emitWithAck('follow', topic)) as FollowReply;
    if (!reply.ok) throw new SocketRefused(`${reply.code}: ${reply.detail}`);
    return reply.snapshot;
  }
}
