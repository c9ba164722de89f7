import { catalogInternal } from '#shared/contracts/internal/catalog';
import { type OfferId } from '#shared/contracts/ids';
import { createClient } from '#shared/kit/client/client';
import { localTransport } from '#shared/kit/client/localTransport';
import { anId } from '../../../../tests/support/anId';
import { type CatalogWorld, catalogWorld, openCycleId } from '../../../../tests/support/catalog';
import { until } from '../../../../tests/support/until';

const minute = 60_000;
let world: CatalogWorld;
beforeEach(async () => {
  world = await catalogWorld();
});
afterEach(() => world.stop());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('reserving', () => {
  test('holds all lines and tells the terms', async () => {
    await world.offers({ _id: anId('off_1') }, { _id: anId('off_2') });
    const { reservation, offers } = await world.reserve('ord_1', { off_1: 3, off_2: 1 });
    expect(reservation).toMatchObject({ status: 'held', expiresAt: '2026-03-01T10:15:00.000Z' });
    expect(offers.map(({ offerId, price }) => [offerId, price.amount])).toEqual([
      ['off_1', 990],
      ['off_2', 990],
    ]);
    expect(await world.figures('off_1')).toEqual({ available: 7, held: 3, sold: 0 });
  });

  test('gives all lines or none, and says what is left', async () => {
    await world.offers({ _id: anId('off_1') }, { _id: anId('off_2'), initial: 1 });
    await expect(world.reserve('ord_1', { off_1: 3, off_2: 2 })).rejects.toMatchObject({
      code: 'OUT_OF_STOCK',
      details: { offers: [{ offerId: 'off_2', available: 1 }] },
    });
    expect(await world.figures('off_1')).toEqual({ available: 10, held: 0, sold: 0 });
    // A refused order may try again.
    expect((await world.reserve('ord_1', { off_1: 3 })).reservation.status).toBe('held');
  });

  test('the same order again, also at the same moment, holds once', async () => {
    await world.offers({});
    const asked = await Promise.all([1, 2, 3].map(() => world.reserve('ord_1', { off_1: 3 })));
    expect(new Set(asked.map(({ reservation }) => reservation.expiresAt)).size).toBe(1);
    expect(await world.figures()).toEqual({ available: 7, held: 3, sold: 0 });
    expect(await codeOf(world.reserve('ord_1', { off_1: 4 }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('an offer that is changed, withdrawn or bought up elsewhere is so at once, though it was remembered', async () => {
    await world.offers({ initial: 500 }, { _id: anId('off_2'), initial: 500 });
    const priceOf = async (orderId: string) =>
      (await world.reserve(orderId, { off_1: 1 })).offers.map(({ price }) => price.amount);
    for (const orderId of ['ord_1', 'ord_2', 'ord_2']) expect(await priceOf(orderId)).toEqual([990]);
    expect(await world.figures('off_1')).toEqual({ available: 498, held: 2, sold: 0 });
    const change = (set: object, offerId: OfferId = anId('off_1')) =>
      world.collections.offers.updateOne({ _id: offerId }, { $set: set, $inc: { version: 1 } });
    await change({ price: { amount: 1_290, currency: 'CNY' } });
    expect(await priceOf('ord_3')).toEqual([1_290]);
    await world.collections.offers.updateOne(
      { _id: anId('off_1') },
      { $set: { available: 1 }, $inc: { adjusted: -496 } },
    );
    expect(await codeOf(world.reserve('ord_4', { off_1: 2 }))).toBe('OUT_OF_STOCK');
    await world.reserve('ord_5', { off_2: 1 });
    await change({ onSale: false }, anId('off_2'));
    expect(await codeOf(world.reserve('ord_6', { off_2: 1 }))).toBe('OFFER_NOT_ON_SALE');
    expect(await codeOf(world.reserve('ord_7', { off_1: 1, off_2: 1 }))).toBe('OFFER_NOT_ON_SALE');
    expect(await world.figures('off_1')).toEqual({ available: 1, held: 3, sold: 0 });
  });

  test('flash offers are held shorter', async () => {
    await world.offers({ flash: true });
    expect((await world.reserve('ord_1', { off_1: 1 })).reservation.expiresAt).toBe(
      '2026-03-01T10:05:00.000Z',
    );
  });

  test('is refused for what is not on sale here and now', async () => {
    await world.offers(
      {},
      { _id: anId('off_2'), onSale: false },
      { _id: anId('off_3'), cycleId: anId('cyc_x') },
    );
    expect(await codeOf(world.reserve('ord_1', { off_1: 1, off_2: 1 }))).toBe('OFFER_NOT_ON_SALE');
    expect(await codeOf(world.reserve('ord_1', { off_3: 1 }))).toBe('OFFER_NOT_ON_SALE');
    expect(await codeOf(world.reserve('ord_1', { off_unknown: 1 }))).toBe('OFFER_NOT_ON_SALE');
    world.pass(5 * 60 * minute - 1);
    expect(await codeOf(world.reserve('ord_2', { off_1: 1 }))).toBe('done');
    world.pass(1);
    expect(await codeOf(world.reserve('ord_3', { off_1: 1 }))).toBe('CYCLE_CLOSED');
  });
});

describe('per-shopper limits', () => {
  beforeEach(() => world.offers({ limitPerShopper: 2 }));
  const mine = (orderId: string, units: number) =>
    codeOf(world.reserve(orderId, { off_1: units }, { accountId: 'acc_me' }));

  test('count what is reserved and what is paid, for each account', async () => {
    expect(await mine('ord_1', 2)).toBe('done');
    await world.confirm('ord_1');
    expect(await mine('ord_2', 1)).toBe('LIMIT_EXCEEDED');
    expect(await codeOf(world.reserve('ord_3', { off_1: 2 }, { accountId: 'acc_other' }))).toBe('done');
    expect(await world.figures()).toEqual({ available: 6, held: 2, sold: 2 });
  });

  test('hold against many tries at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, at) => mine(`ord_${at}`, 1)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(2);
    expect(await world.figures()).toEqual({ available: 8, held: 2, sold: 0 });
  });

  test('count no longer what was given back', async () => {
    await mine('ord_1', 2);
    await world.release('ord_1');
    expect(await mine('ord_2', 2)).toBe('done');
    await world.confirm('ord_2');
    await world.returnLines('ord_2', 'l1');
    expect(await mine('ord_3', 2)).toBe('done');
  });
});

describe('confirming', () => {
  beforeEach(() => world.offers({}));

  test('sells what was held; again changes nothing', async () => {
    await world.reserve('ord_1', { off_1: 3 });
    const [one, other] = await Promise.all([world.confirm('ord_1'), world.confirm('ord_1')]);
    expect([one.status, other.status]).toEqual(['confirmed', 'confirmed']);
    expect((await world.confirm('ord_1')).status).toBe('confirmed');
    expect(await world.figures()).toEqual({ available: 7, held: 0, sold: 3 });
    expect((await world.reserve('ord_1', { off_1: 3 })).reservation.status).toBe('confirmed');
  });

  test('takes stock again when the hold ran out, or says that there is none', async () => {
    await world.app.start();
    await world.reserve('ord_1', { off_1: 8 });
    await world.reserve('ord_2', { off_1: 2 });
    world.pass(15 * minute);
    await until(async () => (await world.figures()).held === 0);
    await until(
      () => world.events.filter(({ type }) => type === 'catalog.reservation_expired.v1').length === 2,
    );
    await world.reserve('ord_3', { off_1: 3 });
    expect(await codeOf(world.confirm('ord_1'))).toBe('OUT_OF_STOCK');
    expect((await world.confirm('ord_2')).status).toBe('confirmed');
    expect((await world.confirm('ord_2')).status).toBe('confirmed');
    expect(await world.figures()).toEqual({ available: 5, held: 3, sold: 2 });
  });

  test('never brings back what was cancelled after payment, nor knows unknown orders', async () => {
    await world.reserve('ord_1', { off_1: 3 });
    await world.confirm('ord_1');
    await world.release('ord_1');
    expect(await codeOf(world.confirm('ord_1'))).toBe('RESERVATION_ENDED');
    expect(await codeOf(world.confirm('ord_unknown'))).toBe('NOT_FOUND');
    expect(await world.figures()).toEqual({ available: 10, held: 0, sold: 0 });
  });
});

describe('giving back', () => {
  beforeEach(() => world.offers({}, { _id: anId('off_2') }));

  test('returns held and sold units, once however often it is asked', async () => {
    await world.reserve('ord_1', { off_1: 3 });
    await world.reserve('ord_2', { off_1: 2 });
    await world.confirm('ord_2');
    const answers = await Promise.all(['ord_1', 'ord_1', 'ord_2', 'ord_2', 'ord_3'].map(world.release));
    expect(answers.map(({ released }) => released)).toEqual([true, true, true, true, false]);
    expect(await world.figures()).toEqual({ available: 10, held: 0, sold: 0 });
    expect(await codeOf(world.reserve('ord_1', { off_1: 3 }))).toBe('RESERVATION_ENDED');
  });

  test('returns single lines, and a release then only the others', async () => {
    await world.reserve('ord_1', { off_1: 3, off_2: 2 });
    expect(await codeOf(world.returnLines('ord_1', 'l1'))).toBe('RESERVATION_ENDED');
    await world.confirm('ord_1');
    await Promise.all([world.returnLines('ord_1', 'l1'), world.returnLines('ord_1', 'l1')]);
    expect(await world.figures('off_1')).toEqual({ available: 10, held: 0, sold: 0 });
    expect(await world.figures('off_2')).toEqual({ available: 8, held: 0, sold: 2 });
    expect(await codeOf(world.returnLines('ord_1', 'l3'))).toBe('NOT_FOUND');
    await world.release('ord_1');
    expect(await world.figures('off_1')).toEqual({ available: 10, held: 0, sold: 0 });
    expect(await world.figures('off_2')).toEqual({ available: 10, held: 0, sold: 0 });
    expect(await codeOf(world.returnLines('ord_1', 'l1'))).toBe('RESERVATION_ENDED');
  });
});

describe('tries to place one order', () => {
  test('give its stock back only when the last of them has left', async () => {
    await world.offers({ limitPerShopper: 3 });
    for (const placing of ['a', 'b', 'b', 'c']) await world.reserve('ord_1', { off_1: 3 }, { placing });
    expect(await world.leave('ord_1', 'b')).toEqual({ wantedByOthers: true });
    expect(await world.leave('ord_1', 'unknown')).toEqual({ wantedByOthers: true });
    expect(await world.leave('ord_1', 'a')).toEqual({ wantedByOthers: true });
    expect(await world.figures()).toEqual({ available: 7, held: 3, sold: 0 });
    expect(await world.leave('ord_1', 'c')).toEqual({ wantedByOthers: false });
    expect(await world.leave('ord_1', 'c')).toEqual({ wantedByOthers: false });
    expect(await world.figures()).toEqual({ available: 10, held: 0, sold: 0 });
    expect(await world.leave('ord_2')).toEqual({ wantedByOthers: false });
  });

  test('may begin again after all have left, and leave what is paid alone', async () => {
    await world.offers({ limitPerShopper: 3 });
    await world.reserve('ord_1', { off_1: 3 });
    await world.leave('ord_1');
    expect((await world.reserve('ord_1', { off_1: 2 })).reservation.status).toBe('held');
    await world.confirm('ord_1');
    expect(await world.leave('ord_1')).toEqual({ wantedByOthers: true });
    expect(await world.figures()).toEqual({ available: 8, held: 0, sold: 2 });
    await world.release('ord_1');
    expect(await world.leave('ord_1')).toEqual({ wantedByOthers: false });
    expect(await codeOf(world.reserve('ord_1', { off_1: 2 }))).toBe('RESERVATION_ENDED');
  });
});

test('the same order in two processes at once holds once; who comes second is told so or to ask again', async () => {
  await world.offers({ limitPerShopper: 3 });
  const other = await world.another();
  const elsewhere = createClient(
    catalogInternal,
    localTransport('orders', () => other.api),
  );
  const body = {
    orderId: 'ord_1',
    placing: 'elsewhere',
    accountId: 'acc_1',
    cycleId: openCycleId,
    lines: [{ lineId: 'l1', offerId: 'off_1', quantity: 3 }],
  };
  const asked = [world.reserve('ord_1', { off_1: 3 }), elsewhere.reserve({ body })];
  const outcomes = (await Promise.all(asked.map(codeOf))).filter((code) => code !== 'REQUEST_IN_PROGRESS');
  expect(new Set(outcomes)).toEqual(new Set(['done']));
  expect((await elsewhere.reserve({ body })).reservation.status).toBe('held');
  expect(await world.figures()).toEqual({ available: 7, held: 3, sold: 0 });
  await other.close();
});

test('one hot offer: a hundred units for five hundred buyers in two processes are a hundred orders', async () => {
  await world.offers({ initial: 100 });
  const other = await world.another();
  const processes = [world.app, other];
  const outcomes = await Promise.all(
    Array.from({ length: 500 }, (_, at) =>
      codeOf(
        processes[at % 2]!.api.answer(
          processes[0]!.api.endpoints.find(({ id }) => id === 'catalog.reserve')!,
          {
            params: {},
            query: {},
            body: {
              orderId: `ord_${at}`,
              placing: `place-${at}`,
              accountId: `acc_${at}`,
              cycleId: openCycleId,
              lines: [{ lineId: 'l1', offerId: 'off_1', quantity: 1 }],
            },
            address: '',
            header: () => undefined,
          },
          { kind: 'service', service: 'orders' },
        ),
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(100);
  expect(outcomes.filter((outcome) => outcome === 'OUT_OF_STOCK')).toHaveLength(400);
  expect(await world.figures()).toEqual({ available: 0, held: 100, sold: 0 });
  await other.close();
});
