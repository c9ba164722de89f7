import { eventCatalogue } from '../../shared/contracts/events';
import { type EventEnvelope } from '../../shared/contracts/events/envelope';
import { inProcessBus } from '../../shared/kit/bus/inProcessBus';
import { typedBus } from '../../shared/kit/bus/typedBus';
import { createLog } from '../../shared/kit/log/log';
import { memorySetAside } from './memorySetAside';

/**
 * A bus in this process: `own` is for the service under test, and `events` are what it published on it, each once: a relay may publish one
 * again before it has noted that it was taken.
 */
export function recordingBus(now: () => Date) {
  const log = createLog({ service: 'test', level: 'silent' });
  const bus = typedBus(inProcessBus({ log, now }), eventCatalogue, {
    setAside: memorySetAside(),
    checkPublished: true,
  });
  const events: EventEnvelope[] = [];
  const own: typeof bus = {
    ...bus,
    publish: async (published) => {
      const known = new Set(events.map(({ id }) => id));
      events.push(...published.filter(({ id }) => !known.has(id)));
      await bus.publish(published);
    },
  };
  return { bus, own, events, log };
}
