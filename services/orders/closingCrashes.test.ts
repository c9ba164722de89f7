import { memoryFiles } from '../../tests/support/memoryFiles';
import { type Connection } from 'mongoose';
import { catalogInternal } from '../../shared/contracts/internal/catalog';
import { deliveryInternal } from '../../shared/contracts/internal/delivery';
import { AccountId, OrderId, PickupPointId } from '../../shared/contracts/ids';
import { createClient, type Transport } from '../../shared/kit/client/client';
import { createLog } from '../../shared/kit/log/log';
import { ensureIndexes } from '../../shared/kit/mongo/indexes';
import { testDatabase } from '../../tests/support/database';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { anOrder } from '../../tests/support/orders/anOrder';
import { fakeCatalog, offers } from '../../tests/support/orders/fakeCatalog';
import { Terms } from './clients/terms';
import { consolidationIdOf } from './domain/consolidation';
import { type OrderLine, snapshot } from './domain/line';
import { type OrderIn } from './domain/order';
import { groupOrderIdOf, lineIdAt } from './domain/place';
import { refundableOfLine } from './domain/refunds';
import { type StoredOrder, toOrder } from './storage/orderModel';
import { openStores } from './storage/stores';
import { Closer } from './usecases/consolidations/closer';
import { supersedeConsolidation } from './usecases/consolidations/supersedeConsolidation';

const mortal = mortalWrites();
let connection: Connection;
beforeAll(async () => {
  ({ connection } = await testDatabase('closing'));
});

const eggLine = (at: number): OrderLine => ({
  lineId: lineIdAt(at),
  offer: snapshot(offers.eggs),
  price: { unitFen: 1890, discountFen: 0, estimateFen: 1890, chargedFen: 1890, reasons: ['unit_price'] },
  ordered: 1,
  allocated: 1,
  groupStatus: 'open',
});

/** A paid order of apples and pak choi; with eggs for a group of three when told so. */
function paidOrder(id: string, point: string, withEggs: boolean): OrderIn<'paid'> {
  const order = anOrder('paid');
  const pickupPointId = PickupPointId.parse(point);
  const lines = withEggs ? [...order.lines, eggLine(2)] : order.lines;
  const paidFen = lines.reduce((sum, { price }) => sum + price.chargedFen, 0);
  return {
    ...order,
    id: OrderId.parse(`ord_${id}`),
    accountId: AccountId.parse(`acc_${id}`),
    pickupPointId,
    groupOrderId: groupOrderIdOf(pickupPointId, order.cycleId),
    lines,
    facts: { ...order.facts, payment: { ...order.facts.payment, paidFen } },
  };
}

/** The collections of one database, emptied. */
async function closingWorld() {
  let at = new Date('2026-03-01T15:00:00.000Z');
  const now = () => at;
  const catalog = fakeCatalog(now);
  const call: Transport = (endpoint, input) =>
    endpoint.service === 'catalog' ? catalog.call(endpoint, input) : Promise.resolve({ pickupPoints: [] });
  const process = () => {
    const client = createClient(catalogInternal, call);
    const delivery = createClient(deliveryInternal, call);
    const { kept } = openStores(connection, now, memoryFiles());
    const deps = {
      ...kept,
      catalog: client,
      delivery,
      terms: new Terms(client, delivery, kept.knownPoints),
      now,
      log: createLog({ service: 'test', level: 'silent' }),
    };
    return { ...deps, closer: new Closer(deps) };
  };
  const first = process();
  await ensureIndexes(connection);
  const collections = await connection.listCollections();
  await Promise.all(collections.map(({ name }) => connection.collection(name).deleteMany({})));
  const placed = [
    paidOrder('a1', 'ppt_001', true),
    paidOrder('a2', 'ppt_001', true),
    paidOrder('b1', 'ppt_003', true),
    paidOrder('b2', 'ppt_003', true),
    paidOrder('b3', 'ppt_003', true),
    paidOrder('b4', 'ppt_003', false),
  ];
  for (const order of placed) await first.orders.insert(order);
  return {
    process,
    first,
    placed,
    catalog,
    pass: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1_000);
    },
  };
}
type ClosingWorld = Awaited<ReturnType<typeof closingWorld>>;

/** Everybody is in the one consolidation, with a receipt, at the price that the same cutoff gave to all. */
async function expectClosed({ first, placed }: ClosingWorld): Promise<void> {
  const { closings, consolidations } = first;
  const cycleId = placed[0]!.cycleId;
  const consolidationId = consolidationIdOf(cycleId, 1);
  expect(await closings.find(cycleId)).toMatchObject({ phase: 'frozen', consolidationId });
  const stored = await connection.collection<StoredOrder>('orders').find().toArray();
  for (const one of stored) {
    const order = toOrder(one);
    expect(order).toMatchObject({
      status: 'consolidated',
      receipt: { outcome: 'consolidated', consolidationId },
    });
    const eggs = order.lines[2];
    if (eggs) {
      const failed = order.pickupPointId === 'ppt_001';
      expect([eggs.groupStatus, eggs.allocated]).toEqual(failed ? ['failed', 0] : ['formed', 1]);
      expect(refundableOfLine(order, eggs.lineId)).toBe(failed ? 0 : 1890);
      expect(order.refunds).toHaveLength(failed ? 1 : 0);
    }
    const told = one.outbox.filter(({ type }) => type === 'orders.consolidated.v1');
    expect(told).toHaveLength(1);
  }
  const frozen = await consolidations.find(consolidationId);
  expect(frozen).toMatchObject({
    orders: 6,
    pickupPoints: 2,
    units: 6 * 3 + 3,
    groupBuysFormed: 1,
    groupBuysFailed: 1,
  });
  expect((await consolidations.pickupList(consolidationId, undefined, { limit: 100 })).items).toHaveLength(6);
}

test.each(['before', 'after'] as const)(
  'killed %s any write, the next process ends at the same',
  async (when) => {
    for (let lives = 0, died = true; died; lives += 1) {
      const world = await closingWorld();
      died = await mortal.dies(when, lives, () => world.first.closer.sweep());
      // The lease of the dead process runs out.
      world.pass(20);
      await world.process().closer.sweep();
      await expectClosed(world);
    }
  },
  120_000,
);

test.each(['before', 'after'] as const)(
  'killed %s any write, the next version of a consolidation is made once, and what it drops is refunded once',
  async (when) => {
    for (let lives = 0, died = true; died; lives += 1) {
      const world = await closingWorld();
      await world.first.closer.sweep();
      const { cycleId } = world.placed[0]!;
      const wish = {
        consolidationId: consolidationIdOf(cycleId, 1),
        droppedSkuIds: [offers.apples.skuId],
        reason: '苹果没到货',
      };
      died = await mortal.dies(when, lives, () => supersedeConsolidation(world.first, wish));
      world.pass(20);
      const next = world.process();
      await next.closer.sweep();
      const { consolidation: made } = await supersedeConsolidation(next, wish);
      expect(made).toMatchObject({ id: consolidationIdOf(cycleId, 2), version: 2, orders: 6 });
      expect(await connection.collection('consolidations').countDocuments()).toBe(2);
      expect(await next.consolidations.find(wish.consolidationId)).toMatchObject({ supersededBy: made.id });
      for (const stored of await connection.collection<StoredOrder>('orders').find().toArray()) {
        const order = toOrder(stored);
        expect(order).toMatchObject({ facts: { consolidationId: made.id } });
        expect(order).toMatchObject({ receipt: { consolidationId: made.id } });
        expect(order.lines[0]).toMatchObject({ allocated: 0, dropped: { reason: 'supplier_shortage' } });
        const shortages = order.refunds.filter(({ reason }) => reason === 'supplier_shortage');
        expect(shortages.map(({ fen }) => fen)).toEqual([990]);
      }
    }
  },
  120_000,
);

test('two processes that close at once close it once', async () => {
  const world = await closingWorld();
  const others = [world.process(), world.process()];
  await Promise.all([world.first, ...others].map(({ closer }) => closer.sweep()));
  await world.first.closer.sweep();
  await expectClosed(world);
  expect(await connection.collection('consolidations').countDocuments()).toBe(1);
});

test('waits for payments begun in time, and no longer than the time of grace', async () => {
  const world = await closingWorld();
  const unpaid = { ...anOrder('awaiting_payment'), id: OrderId.parse('ord_slow') };
  await world.first.orders.insert(unpaid);
  await world.first.closer.sweep();
  expect(await world.first.closings.find(unpaid.cycleId)).toMatchObject({ phase: 'draining' });
  world.pass(300);
  await world.first.closer.sweep();
  expect(await world.first.closings.find(unpaid.cycleId)).toMatchObject({ phase: 'frozen' });
});

test('money that turns up when all is frozen goes back, with a receipt', async () => {
  const world = await closingWorld();
  await world.first.closer.sweep();
  await world.first.orders.insert(paidOrder('late', 'ppt_001', false));
  await world.first.closer.sweep();
  const order = await world.first.orders.find(OrderId.parse('ord_late'));
  expect(order).toMatchObject({
    status: 'failed',
    facts: { failedBecause: 'paid_too_late' },
    receipt: { outcome: 'refunded', reason: 'paid_too_late' },
    refunds: [{ status: 'due', fen: 1980 }],
  });
});

test('goes on while catalog is down', async () => {
  const world = await closingWorld();
  await mortal.dies('before', 3, () => world.first.closer.sweep());
  world.pass(20);
  world.catalog.fail('catalog.listCyclesByCutoff');
  await expect(world.process().closer.sweep()).rejects.toThrow('catalog is down');
  await expectClosed(world);
});
