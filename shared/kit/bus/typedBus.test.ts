import { pino } from 'pino';
import { anEvent } from '../../../tests/support/events';
import { memorySetAside } from '../../../tests/support/memorySetAside';
import { z } from '../../contracts/zod';
import { inProcessBus } from './inProcessBus';
import { typedBus } from './typedBus';

const catalogue = {
  counted: z.object({ units: z.int().default(1) }),
  paid: z.object({ orderId: z.string() }),
};
const raw = () => inProcessBus({ log: pino({ level: 'silent' }), now: () => new Date() });

test('a handler gets parsed data of its own type; other types are ignored', async () => {
  const bus = typedBus(raw(), catalogue, { setAside: memorySetAside() });
  const units: number[] = [];
  bus.subscribe('stock', {
    counted: ({ data }) => {
      units.push(data.units);
      return Promise.resolve();
    },
  });
  await bus.publish([
    anEvent('a', 'counted', { units: 2 }),
    anEvent('a', 'counted'),
    anEvent('a', 'paid', { orderId: 'o' }),
  ]);
  expect(units).toEqual([2, 1]);
});

test('data that cannot be read is set aside at once', async () => {
  const setAside = memorySetAside();
  const bus = typedBus(raw(), catalogue, { setAside });
  bus.subscribe('stock', { paid: () => Promise.resolve() });
  await bus.publish([anEvent('a', 'paid', { orderId: 7 })]);
  expect(setAside.events).toMatchObject([
    { group: 'stock', attempts: 1, reason: expect.stringContaining('paid') },
  ]);
});

test('with the check on, what the catalogue does not describe is not published', async () => {
  const bus = typedBus(raw(), catalogue, { setAside: memorySetAside(), checkPublished: true });
  await expect(bus.publish([anEvent('a', 'paid', {})])).rejects.toThrow('orderId');
  await expect(bus.publish([anEvent('a', 'unheard of')])).rejects.toThrow('No event is called unheard of');
});
