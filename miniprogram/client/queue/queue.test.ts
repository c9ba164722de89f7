import { ApiProblem } from '../apiProblem';
import { createQueue, type QueuedAction } from './queue';

const action = (id: string, lane = 'route'): Omit<QueuedAction, 'state'> => ({
  id,
  lane,
  operation: 'delivery.departRoute',
  input: {},
  label: id,
  at: '2026-03-01T08:00:00.000Z',
});
const offline = new ApiProblem('OFFLINE', 0);

const setUp = (send: (action: QueuedAction) => Promise<unknown>, stored: QueuedAction[] = []) => {
  let kept: readonly QueuedAction[] = stored;
  const timers: (() => void)[] = [];
  const settled: string[] = [];
  const queue = createQueue({
    read: () => kept,
    write: (actions) => (kept = actions),
    send,
    changed: () => undefined,
    settled: ({ id }) => settled.push(id),
    later: (_, run) => timers.push(run),
  });
  return { queue, timers, settled, kept: () => kept.map(({ id, state }) => `${id} ${state}`) };
};
const calm = () => new Promise((resolve) => setTimeout(resolve, 0));

test('sends in order and forgets what was answered', async () => {
  const sent: string[] = [];
  const { queue, settled, kept } = setUp(({ id }) => Promise.resolve(sent.push(id)));
  queue.add(action('a'));
  queue.add(action('b'));
  await calm();
  expect(sent).toEqual(['a', 'b']);
  expect(settled).toEqual(['a', 'b']);
  expect(kept()).toEqual([]);
});

test('without a signal a lane waits, others go on, and all is kept', async () => {
  let signal = false;
  const sent: string[] = [];
  const { queue, timers, kept } = setUp(({ id, lane }) => {
    if (lane === 'route' && !signal) return Promise.reject(offline);
    sent.push(id);
    return Promise.resolve();
  });
  queue.add(action('a'));
  queue.add(action('b'));
  queue.add(action('c', 'other'));
  await calm();
  expect(sent).toEqual(['c']);
  expect(kept()).toEqual(['a waiting', 'b waiting']);
  signal = true;
  timers.at(-1)?.();
  await calm();
  expect(sent).toEqual(['c', 'a', 'b']);
});

test('what was kept before a restart is sent after it, with the same key', async () => {
  const sent: string[] = [];
  const { queue } = setUp(({ id }) => Promise.resolve(sent.push(id)), [{ ...action('a'), state: 'waiting' }]);
  await queue.flush();
  expect(sent).toEqual(['a']);
});

test('a refused action stays to be seen and holds up nothing', async () => {
  let wrong = true;
  const { queue, settled, kept } = setUp(({ id }) =>
    id === 'a' && wrong ? Promise.reject(new ApiProblem('PICKUP_CODE_WRONG', 404)) : Promise.resolve(),
  );
  queue.add(action('a'));
  queue.add(action('b'));
  await calm();
  expect(kept()).toEqual(['a refused']);
  expect(queue.all()[0]).toMatchObject({ refusedBecause: 'PICKUP_CODE_WRONG' });
  wrong = false;
  queue.retry('a');
  await calm();
  expect(settled).toEqual(['b', 'a']);
});

test('a refused action can be given up', async () => {
  const { queue, kept } = setUp(() => Promise.reject(new ApiProblem('PICKUP_CODE_USED', 409)));
  queue.add(action('a'));
  await calm();
  queue.dismiss('a');
  expect(kept()).toEqual([]);
});

test('a signed-out person loses nothing', async () => {
  const { queue, kept } = setUp(() => Promise.reject(new ApiProblem('NOT_SIGNED_IN', 401)));
  queue.add(action('a'));
  await calm();
  expect(kept()).toEqual(['a waiting']);
});
