import { type ServerMessage, type Snapshot } from '@/client/realtime';
import { withNews } from './useLiveCity';

type City = Extract<Snapshot, { kind: 'city' }>;
const route = (routeId: string, version: number) => ({ routeId, version, status: 'under_way', stops: [] });
const city = { kind: 'city', routes: [route('rou_1', 1)], pickups: [], groups: [] } as unknown as City;
const news = (name: string, message: object) => ({ name, message }) as unknown as ServerMessage;

test('a changed route replaces what was known of it', () => {
  expect(withNews(city, news('route_changed', route('rou_1', 2))).routes).toEqual([route('rou_1', 2)]);
});

test('a route that ended before does not come back when its courier answers for it', () => {
  const ended = { ...route('rou_2', 9), status: 'finished' };
  expect(withNews(city, news('route_changed', ended))).toEqual(city);
  const ending = { ...route('rou_1', 2), status: 'finished' };
  expect(withNews(city, news('route_changed', ending)).routes).toEqual([ending]);
});

test('a courier moves on the own route only', () => {
  const moved = { routeId: 'rou_1', position: { lng: 1, lat: 2 }, at: 'now' };
  expect(withNews(city, news('courier_moved', moved)).routes[0]?.courier).toEqual(moved);
  expect(withNews(city, news('courier_moved', { ...moved, routeId: 'rou_2' }))).toEqual(city);
});

test('an ETA moves at its own stop, and nothing else changes', () => {
  const stops = ['stp_1', 'stp_2'].map((stopId) => ({ stopId, status: 'pending', eta: '08:00' }));
  const known = { ...city, routes: [{ ...route('rou_1', 4), stops }] } as unknown as City;
  const moved = { routeId: 'rou_1', etas: [{ stopId: 'stp_2', eta: '08:05' }] };
  expect(withNews(known, news('etas_moved', moved)).routes).toEqual([
    { ...route('rou_1', 4), stops: [stops[0], { ...stops[1], eta: '08:05' }] },
  ]);
});

test('a pickup point that was not seen before is taken in', () => {
  const point = { pickupPointId: 'ppt_1', version: 1, ready: 3, collected: 0, overdue: 0 };
  expect(withNews(city, news('pickup_changed', point)).pickups).toEqual([point]);
});

test('group buys of a cycle are counted anew, the cycle that moved first', () => {
  const counts = (cycleId: string, formed: number) => ({ cycleId, version: 1, begun: 4, formed });
  const heard = [counts('cyc_1', 1), counts('cyc_2', 0), counts('cyc_1', 2)].reduce(
    (known, one) => withNews(known, news('city_groups_changed', one)),
    city,
  );
  expect(heard.groups).toEqual([counts('cyc_1', 2), counts('cyc_2', 0)]);
});
