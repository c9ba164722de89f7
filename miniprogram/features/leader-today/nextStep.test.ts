import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { nextStep } from './nextStep';

const now = Date.parse('2026-03-01T10:00:00.000Z');
const none = { ready: 0, collected: 0, overdue: 0 };
const stop = (facts: Partial<StopView>) => ({ crates: [{}, {}], ...facts }) as StopView;
const group = (facts: Partial<GroupOrderView> = {}) =>
  ({
    status: 'gathering',
    cutoffAt: '2026-03-01T12:00:00.000Z',
    groupBuys: [{ status: 'open' }, { status: 'formed' }],
    ...facts,
  }) as GroupOrderView;
const standing = { stops: [], pickup: none, groupOrders: [group()], now };

test('goods that nobody counted come before everything', () => {
  const stops = [stop({ status: 'handed_over' })];
  const pickup = { ...none, ready: 3 };
  expect(nextStep({ ...standing, stops, pickup })).toEqual({ kind: 'receive', crates: 2 });
});

test('waiting neighbours come before what is late', () => {
  expect(nextStep({ ...standing, pickup: { ready: 3, collected: 1, overdue: 1 } }).kind).toBe('hand_out');
  expect(nextStep({ ...standing, pickup: { ready: 1, collected: 1, overdue: 1 } }).kind).toBe('overdue');
});

test('a courier on the way is told with the ETA', () => {
  const eta = '2026-03-01T10:30:00.000Z';
  const stops = [stop({ status: 'failed' }), stop({ status: 'pending', eta })];
  expect(nextStep({ ...standing, stops })).toEqual({ kind: 'await_courier', eta });
});

test('before cutoff there is something to share', () => {
  expect(nextStep(standing)).toMatchObject({ kind: 'share', missing: 1 });
});

test('after cutoff, with everything done, the leader rests', () => {
  const groupOrders = [group({ cutoffAt: '2026-03-01T09:00:00.000Z' })];
  const received = stop({ status: 'handed_over', receipt: {} as never });
  expect(nextStep({ ...standing, groupOrders, stops: [received] })).toEqual({ kind: 'rest' });
});
