import { anEvent } from '../../../../tests/support/events';
import { anotherDatabase } from '../../../../tests/support/busDatabase';
import { mortalWrites } from '../../../../tests/support/faults/mortalWrites';
import { createLog } from '../../log/log';
import { ensureIndexes } from '../../mongo/indexes';
import { defaultPolicy } from '../delivery';
import { type Handling } from '../handling';
import { setAsideStore } from './setAsideStore';
import { takeUpHandedOn } from './takeUpHandedOn';

const mortal = mortalWrites();
const at = new Date('2026-03-01T08:00:00Z');

test.each(['before', 'after'] as const)(
  'a process that dies %s any write of what was handed on leaves it to the next one, which ends it',
  async (when) => {
    const connection = await anotherDatabase();
    const store = setAsideStore(connection);
    await ensureIndexes(connection);
    const effects = connection.collection('effects');
    // As every handler does: done twice it is done once.
    const to: Handling = {
      group: 'books',
      setAside: store,
      policy: defaultPolicy,
      handler: async ({ id }) => {
        await effects.updateOne({ _id: id as never }, { $set: { done: true } }, { upsert: true });
      },
      now: () => at,
      log: createLog({ service: 'test', level: 'silent' }),
    };
    /** One look of a process at what was handed on. */
    const look = async () => {
      const process = takeUpHandedOn(to);
      await process.runNow().catch(() => undefined);
      await process.close();
    };
    let [died, count] = [true, 0];
    for (; died; count += 1) {
      const events = [1, 2, 3].map((n) => anEvent(`${when}${count}-${n}`));
      const why = { group: 'books', reason: 'TypeError', attempts: 20, setAsideAt: at };
      for (const event of events) await store.put({ ...why, event });
      const handOn = () => store.handOn({ group: 'books' }, at);
      died = await mortal.dies(when, count, async () => {
        await handOn();
        await look();
      });
      // Whoever was cut off hands on once more: what was handed on already stays so.
      await handOn();
      await look();
      expect([count, await store.list({}, 10)]).toEqual([count, []]);
      const done = await effects.countDocuments({ _id: { $in: events.map(({ id }) => id) } as never });
      expect([count, done]).toEqual([count, 3]);
    }
    expect(count).toBeGreaterThan(4);
  },
);
