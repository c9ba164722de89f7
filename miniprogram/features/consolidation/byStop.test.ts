import { byStop } from './byStop';

const order = (orderId: string, pickupPointId: string) => ({
  orderId,
  pickupPointId,
  pickupPointName: `at ${pickupPointId}`,
});

test('a stop that goes on over pages of the list is one stop', () => {
  expect(byStop([order('a', 'p1'), order('b', 'p2'), order('c', 'p1')])).toEqual([
    { pickupPointId: 'p1', name: 'at p1', orders: [order('a', 'p1'), order('c', 'p1')] },
    { pickupPointId: 'p2', name: 'at p2', orders: [order('b', 'p2')] },
  ]);
});
