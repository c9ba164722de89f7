import { performance } from 'node:perf_hooks';
import { Followers, type Following } from '../followers';

export type FanOut = {
  readonly deliveriesPerSecond: number;
  readonly clients: number;
  readonly messages: number;
};

/** Messages per second that reach `clients` followers of one topic, from the first word to the last delivery. */
export async function fanOut(
  origin: string,
  {
    clients,
    messages,
    message,
    following,
    shout,
  }: {
    readonly clients: number;
    readonly messages: number;
    /** The name of the messages. */
    readonly message: string;
    readonly following: Following;
    /** Makes the server send `messages` messages. */
    readonly shout: (count: number) => Promise<void>;
  },
): Promise<FanOut> {
  const followers = new Followers(message);
  try {
    await followers.connect(
      origin,
      Array.from({ length: clients }, () => following),
    );
    const start = performance.now();
    await shout(messages);
    await followers.until(messages * clients);
    const seconds = (followers.lastAt - start) / 1000;
    return { deliveriesPerSecond: Math.round((messages * clients) / seconds), clients, messages };
  } finally {
    followers.close();
  }
}
