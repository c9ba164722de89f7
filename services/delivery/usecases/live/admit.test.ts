import { type PickupPointId } from '#shared/contracts/ids';
import { aCityHarness, aPaidOrder, point } from '../../../../tests/support/deliveryBuilders';
import { type DeliveryHarness } from '../../../../tests/support/deliveryHarness';
import { admit } from './admit';

let delivery: DeliveryHarness;
beforeEach(async () => {
  delivery = await aCityHarness();
});
afterEach(() => delivery.close());

const topic = { kind: 'neighbourhood', pickupPointId: point(1) } as const;

/** Delivery as the sockets use it, and how often the neighbourhood was read. */
function counted() {
  const deps = delivery.useCases();
  const { followed } = deps.store;
  let reads = 0;
  const recentNeighbours = (id: PickupPointId) => {
    reads += 1;
    return followed.recentNeighbours(id);
  };
  const store = { ...deps.store, followed: { ...followed, recentNeighbours } };
  const shared = { ...deps, store };
  return { follow: async () => (await admit(shared, undefined, topic)).snapshot(), reads: () => reads };
}

test('many who come at the same time are shown what was read once, after they came', async () => {
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_1'));
  const { follow, reads } = counted();
  const early = Array.from({ length: 200 }, follow);
  await Promise.all(early);
  expect(reads()).toBeLessThanOrEqual(4);
  const again = follow();
  await delivery.tell('orders.paid.v1', aPaidOrder('ord_2'));
  const late = await Promise.all(Array.from({ length: 200 }, follow));
  await again;
  expect(reads()).toBeLessThanOrEqual(8);
  for (const snapshot of late) expect(snapshot).toMatchObject({ recent: [{}, {}] });
});
