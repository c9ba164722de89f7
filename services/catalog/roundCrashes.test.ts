import { type CycleId, type SkuId } from '#shared/contracts/ids';
import { anId } from '../../tests/support/anId';
import { catalogWorld, openCycleId } from '../../tests/support/catalog';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { memoryFiles } from '../../tests/support/memoryFiles';
import { createCatalog } from './catalog';
import { followPendingWindows } from './usecases/cycles/followPendingWindows';
import { rescheduleCycle } from './usecases/cycles/rescheduleCycle';
import { scheduleCycle } from './usecases/cycles/scheduleCycle';
import { adjustStock } from './usecases/offers/adjustStock';
import { changeOffer } from './usecases/offers/changeOffer';
import { copyOffers } from './usecases/offers/copyOffers';
import { knownPointsOn } from './storage/knownPoints';

const mortal = mortalWrites();
const cityId = anId('cit_1');
const nextCycleId = anId('cyc_next');
const nextWindow = {
  opensAt: '2026-03-02T09:00:00.000Z',
  cutoffAt: '2026-03-02T15:00:00.000Z',
  pickupDate: '2026-03-03',
};
const words = (text: string) => ({ zh: text, en: text });

/** A city that sells, and the service's use cases as two processes have them. */
async function planning() {
  const world = await catalogWorld();
  const process = () =>
    createCatalog({
      ...{ collections: world.collections, pictureStore: memoryFiles(), nudge: () => undefined },
      ...{ call: world.deps.call, now: world.now, log: world.deps.log },
      knownPoints: knownPointsOn(world.connection, world.now),
    });
  return { world, process };
}
type Planning = Awaited<ReturnType<typeof planning>>;
type Process = ReturnType<Planning['process']>;

/** Kills a process at each of its writes in turn; then the operator, who heard nothing, asks another one again. */
async function atEveryWrite(
  when: 'before' | 'after',
  {
    given,
    work,
    then,
  }: {
    given?: (at: Planning) => Promise<unknown>;
    work: (process: Process) => Promise<unknown>;
    then: (at: Planning) => Promise<void>;
  },
): Promise<number> {
  let lives = 0;
  for (let died = true; died; lives += 1) {
    const at = await planning();
    await given?.(at);
    died = await mortal.dies(when, lives, () => work(at.process()));
    const next = at.process();
    await followPendingWindows(next);
    if (died)
      await work(next).catch((error: unknown) => {
        expect((error as { code: string }).code).toBe('CHANGED_MEANWHILE');
      });
    await then(at);
    await at.world.stop();
  }
  return lives;
}

/** Offers in the open round, with all that stands behind them. */
async function onSale({ world }: Planning, kinds: readonly string[]): Promise<void> {
  const { categories, suppliers, products, skus } = world.collections;
  await categories.insertOne({ _id: 'cat_1', name: words('菜'), position: 1, version: 1 } as never);
  await suppliers.insertOne({ _id: 'sup_1', name: '绿野', version: 1 } as never);
  for (const kind of kinds) {
    await products.insertOne({
      ...{ _id: `prd_${kind}`, categoryId: 'cat_1', title: words(kind), temperature: 'ambient', fresh: true },
      ...{ pictureIds: [], aliases: [], version: 1 },
    } as never);
    await skus.insertOne({
      ...{ _id: `sku_${kind}`, productId: `prd_${kind}`, supplierId: 'sup_1', pack: words('份') },
      ...{ soldBy: 'piece', nominalGrams: 500, caseUnits: 10, supplierMinimumUnits: 0, version: 1 },
      unitCost: { amount: 300, currency: 'CNY' },
    } as never);
    await world.offers({ _id: anId<'off'>(`off_${kind}`), skuId: anId<'sku'>(`sku_${kind}`) });
  }
}

async function windowsOf({ world }: Planning, cycleId: CycleId) {
  const city = await world.collections.cities.findOne({ _id: cityId });
  return (city?.windows ?? []).filter((window) => window.cycleId === cycleId);
}

describe.each(['before', 'after'] as const)('killed %s any write', (when) => {
  test('a round is scheduled once, and told once', async () => {
    const writes = await atEveryWrite(when, {
      work: (process) => scheduleCycle(process, nextCycleId, { cityId, ...nextWindow }),
      async then(at) {
        expect(await windowsOf(at, nextCycleId)).toMatchObject([{ version: 1, pending: false }]);
        const cycle = await at.world.collections.cycles.findOne({ _id: nextCycleId });
        expect(cycle).toMatchObject({ pickupDate: nextWindow.pickupDate, version: 1 });
        expect(cycle?.outbox).toHaveLength(1);
      },
    });
    expect(writes).toBeGreaterThan(3);
  }, 60_000);

  test('a round is moved once, and its city knows', async () => {
    const cutoffAt = '2026-03-02T16:00:00.000Z';
    await atEveryWrite(when, {
      given: ({ process }) => scheduleCycle(process(), nextCycleId, { cityId, ...nextWindow }),
      work: (process) => rescheduleCycle(process, nextCycleId, { version: 1, cutoffAt }),
      async then(at) {
        const moved = { cutoffAt: new Date(cutoffAt), version: 2 };
        expect(await windowsOf(at, nextCycleId)).toMatchObject([{ ...moved, pending: false }]);
        const cycle = await at.world.collections.cycles.findOne({ _id: nextCycleId });
        expect(cycle).toMatchObject(moved);
        expect(cycle?.outbox).toHaveLength(2);
      },
    });
  }, 60_000);

  test('offers are copied into the next round, each once', async () => {
    const kinds = ['a', 'b', 'c'] as const;
    await atEveryWrite(when, {
      async given(at) {
        await scheduleCycle(at.process(), nextCycleId, { cityId, ...nextWindow });
        await onSale(at, kinds);
      },
      work: (process) => copyOffers(process, nextCycleId, openCycleId),
      async then({ world }) {
        const copied = await world.collections.offers
          .find({ cycleId: nextCycleId })
          .sort({ skuId: 1 })
          .toArray();
        expect(copied.map(({ skuId }) => skuId)).toEqual(kinds.map((kind): SkuId => anId(`sku_${kind}`)));
        for (const { available, outbox } of copied) expect([available, outbox.length]).toEqual([10, 1]);
      },
    });
  }, 60_000);

  test('an adjustment of stock and a price count once', async () => {
    const by = anId('acc_operator');
    await atEveryWrite(when, {
      given: (at) => onSale(at, ['a']),
      async work(process) {
        await adjustStock(process, anId('off_a'), { units: 5, reason: 'delivery', id: 'adj_1', by });
        await changeOffer(process, anId('off_a'), { version: 1, rank: 7 });
      },
      async then({ world }) {
        expect(await world.figures('off_a')).toEqual({ available: 15, held: 0, sold: 0 });
        expect(await world.offer('off_a')).toMatchObject({
          version: 2,
          rank: 7,
          adjustments: [{ id: 'adj_1' }],
        });
      },
    });
  }, 60_000);
});
