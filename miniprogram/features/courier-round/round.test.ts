import { type RouteCard, type RouteView } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type QueuedAction } from '@/client/queue';
import { cratesLeft, currentRoute, hasWork, loadingOrder, nextStop, withQueued, withReply } from './round';

const at = '2026-03-01T08:00:00.000Z';
const aStop = (n: number, facts: Partial<StopView> = {}) =>
  ({
    stopId: `stp_${n}`,
    sequence: n,
    status: 'pending',
    crates: [{ crateId: `crt_${n}`, label: 'A1', units: 3, items: [] }],
    ...facts,
  }) as unknown as StopView;
const aRoute = (status: RouteCard['status'], stops: StopView[]) =>
  ({
    route: {
      routeId: 'rte_1',
      status,
      stopsDone: 0,
      crates: { total: stops.length, loaded: 0, missing: 0 },
    },
    stops,
  }) as unknown as RouteView;
const queued = (operation: QueuedAction['operation'], input: object): QueuedAction => ({
  id: operation,
  lane: 'rte_1',
  operation,
  input: input as QueuedAction['input'],
  label: '',
  at,
  state: 'waiting',
});
const params = { stopId: 'stp_1' };

test('who has driven everything looks for the next route', () => {
  const card = (status: RouteCard['status']) => ({ status }) as unknown as RouteCard;
  expect([[], [card('finished')], [card('finished'), card('planned')]].map(hasWork)).toEqual([
    false,
    false,
    true,
  ]);
});

test('the route under way is worked on first, then the earliest one to be loaded', () => {
  const card = (routeId: string, status: RouteCard['status'], pickupDate: string) =>
    ({ routeId, status, pickupDate }) as unknown as RouteCard;
  const routes = [
    card('old', 'finished', '2026-02-27'),
    card('later', 'planned', '2026-03-02'),
    card('today', 'planned', '2026-03-01'),
  ];
  expect(currentRoute(routes)?.routeId).toBe('today');
  expect(currentRoute([...routes, card('now', 'under_way', '2026-02-28')])?.routeId).toBe('now');
  expect(currentRoute([])).toBeUndefined();
});

test('the last stop is loaded first', () => {
  const round = aRoute('planned', [aStop(1), aStop(2)]);
  expect(loadingOrder(round).map(({ sequence }) => sequence)).toEqual([2, 1]);
});

test('where the courier stands comes before where they go', () => {
  expect(nextStop(aRoute('under_way', [aStop(1), aStop(2, { status: 'arrived' })]))?.sequence).toBe(2);
  expect(nextStop(aRoute('under_way', [aStop(1, { status: 'failed' }), aStop(2)]))?.sequence).toBe(2);
  expect(nextStop(aRoute('under_way', [aStop(1, { status: 'handed_over' })]))).toBeUndefined();
});

test('a whole round is shown although nothing of it was sent', () => {
  const done = withQueued(aRoute('planned', [aStop(1), aStop(2)]), [
    queued('delivery.loadCrates', { params: {}, body: { crateIds: ['crt_1'] } }),
    queued('delivery.departRoute', {
      params: {},
      body: { missing: [{ crateId: 'crt_2', reason: 'not found' }] },
    }),
    queued('delivery.arriveAtStop', { params, body: {} }),
    queued('delivery.handOverStop', { params, body: { crates: [{ crateId: 'crt_1', units: 2 }] } }),
    queued('delivery.failStop', { params: { stopId: 'stp_2' }, body: { reason: 'refused' } }),
    queued('delivery.finishRoute', { params: {}, body: {} }),
  ]);
  expect(done.route).toMatchObject({
    status: 'finished',
    departedAt: at,
    finishedAt: at,
    stopsDone: 2,
    crates: { loaded: 1, missing: 1 },
  });
  expect(done.stops).toMatchObject([
    { status: 'handed_over', arrivedAt: at, crates: [{ handedOver: { units: 2 } }] },
    { status: 'failed', failure: { reason: 'refused', at }, crates: [{ missing: 'not found' }] },
  ]);
  expect(cratesLeft(done)).toEqual([]);
});

test('what the server refused is not shown as done', () => {
  const refused = { ...queued('delivery.arriveAtStop', { params, body: {} }), state: 'refused' as const };
  expect(withQueued(aRoute('under_way', [aStop(1)]), [refused]).stops[0]?.status).toBe('pending');
});

test('an answer replaces the route or one stop of it', () => {
  const round = aRoute('under_way', [aStop(1), aStop(2)]);
  expect(withReply(round, aStop(2, { status: 'arrived' })).stops[1]?.status).toBe('arrived');
  expect(withReply(round, aRoute('finished', [])).route.status).toBe('finished');
  expect(withReply(round, undefined)).toBe(round);
});
