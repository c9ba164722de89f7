import { type EventEnvelope } from '../../contracts/events/envelope';
import { type Bus } from './bus';
import { type After } from './keyedQueue';
import { type SetAsideStore } from './setAside/setAsideStore';

/** One bus, as the processes of a deployment see it. */
export type BusWorld = {
  /** Where the groups' events go that can never be handled. */
  readonly setAside: SetAsideStore;
  /** A process joins. Handlers are tried 3 times, with pauses of a few ms, unless `after` times them. */
  open(options?: { readonly after?: After }): Promise<Bus>;
  /** The process dies: handlers do not come to an end, nothing is acknowledged any more. */
  crash(bus: Bus): void;
  /** Whatever carries the events goes away and comes back meanwhile. */
  outage(meanwhile: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
};

/** Subscribes with a handler and tells what it was called with. */
export async function listenOn(
  { setAside }: Pick<BusWorld, 'setAside'>,
  bus: Bus,
  group: string,
  { handle = () => Promise.resolve(), types = ['counted'] }: Listening = {},
) {
  const came: EventEnvelope[] = [];
  const handler = async (event: EventEnvelope) => {
    came.push(event);
    await handle(event);
  };
  const subscription = bus.subscribe(group, types, handler, { setAside });
  await subscription.ready;
  return { came, ids: () => came.map(({ id }) => id), subscription };
}

export type Listening = {
  readonly handle?: (event: EventEnvelope) => Promise<unknown>;
  readonly types?: readonly string[];
};
