import { byStop } from './byStop';

const order = (orderId: string, pickupPointId: string) => ({
  orderId,
  pickupPointId,
  pickupPointName: `at ${pickupPointId}`,
});

const chinese = (name: string) => name;

test('a stop that goes on over pages of the list is one stop', () => {
  expect(byStop([order('a', 'p1'), order('b', 'p2'), order('c', 'p1')], chinese)).toEqual([
    { pickupPointId: 'p1', name: 'at p1', orders: [order('a', 'p1'), order('c', 'p1')] },
    { pickupPointId: 'p2', name: 'at p2', orders: [order('b', 'p2')] },
  ]);
});

test('stops are called as the language of the screen wants it', () => {
  const english = { ...order('a', 'p1'), pickupPointNameEn: 'Osmanthus Court' };
  const names = byStop([english, order('b', 'p2')], (name, nameEn) => nameEn ?? name).map(({ name }) => name);
  expect(names).toEqual(['Osmanthus Court', 'at p2']);
});
