import { CycleId, OrderId } from '#shared/contracts/ids';
import { Precedence } from '../precedence';
import { EventsInTurn } from './eventsInTurn';

const closing = CycleId.parse('cyc_closing');
const open = CycleId.parse('cyc_open');
const order = (id: string, cycleId: CycleId) => ({ id: OrderId.parse(`ord_${id}`), cycleId });

function world() {
  const precedence = new Precedence<CycleId>();
  const left: string[] = [];
  const events = new EventsInTurn(precedence, (orderId) => left.push(orderId));
  const begin = () => {
    let end: () => void = () => undefined;
    const done = precedence.first(() => new Promise<void>((resolve) => (end = resolve)), closing);
    return async () => {
      end();
      await done;
      await precedence.turn();
      // Whoever was let go is told before what is set up now.
      await new Promise((resolve) => setImmediate(resolve));
    };
  };
  return { left, events, begin };
}

test('events of a cycle that is being closed leave when that is done, once each; others at once', async () => {
  const { left, events, begin } = world();
  const end = begin();
  events.owed(order('1', closing));
  events.owed(order('2', closing));
  events.owed(order('1', closing));
  events.owed(order('3', open));
  expect(left).toEqual(['ord_3']);
  await end();
  expect(left).toEqual(['ord_3', 'ord_1', 'ord_2']);
  events.owed(order('4', closing));
  expect(left).toHaveLength(4);
});

test('a cycle that is closed once more holds back once more', async () => {
  const { left, events, begin } = world();
  for (const id of ['1', '2']) {
    const end = begin();
    events.owed(order(id, closing));
    expect(left).not.toContain(`ord_${id}`);
    await end();
    expect(left).toContain(`ord_${id}`);
  }
});
