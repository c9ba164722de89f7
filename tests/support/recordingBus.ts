import { eventCatalogue } from '../../shared/contracts/events';
import { type EventEnvelope } from '../../shared/contracts/events/envelope';
import { inProcessBus } from '../../shared/kit/bus/inProcessBus';
import { typedBus } from '../../shared/kit/bus/typedBus';
import { createLog } from '../../shared/kit/log/log';
import { memorySetAside } from './memorySetAside';

/** A bus in this process: `own` is for the service under test, and `events` are what it published on it. */
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
      events.push(...published);
      await bus.publish(published);
    },
  };
  return { bus, own, events, log };
}
