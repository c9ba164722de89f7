import fc from 'fast-check';
import { type mongo } from 'mongoose';
import { LineId } from '#shared/contracts/ids';
import { anId } from '../../../../tests/support/anId';
import { aCycle, anOffer, openCycleId } from '../../../../tests/support/catalog';
import { testDatabase } from '../../../../tests/support/database';
import { defaultCityRules } from '#shared/contracts/cityRules';
import { DomainError } from '#shared/kit/domainError';
import { ensureIndexes } from '#shared/kit/mongo/indexes';
import { unitsHeld } from '../../domain/holdPage';
import { stockOn } from '../../stock';
import { type Collections, collectionsOn } from '../../storage/collections';
import { stockReads } from '../../storage/stockReads';
import { type Stock } from './stock';

const offerIds = [anId('off_1'), anId('off_2'), anId('off_limited')] as const;
const [line1, line2] = [LineId.parse('l1'), LineId.parse('l2')];
const someLimited = { off_2: 4, off_limited: 3 };
let limits: Readonly<Record<string, number>>;
const units = 12;
let collections: Collections;
let at: Date;
const now = () => at;
const pass = (ms: number) => {
  at = new Date(at.getTime() + ms);
};

beforeAll(async () => {
  const { connection } = await testDatabase('stock', { emptied: true });
  collections = collectionsOn(connection);
  await ensureIndexes(connection);
});

const limitOf = (offerId: string) => {
  const limitPerShopper = limits[offerId];
  return limitPerShopper === undefined ? {} : { limitPerShopper };
};

/** Empties everything and begins with one open cycle and three offers. */
async function begin(): Promise<void> {
  at = new Date('2026-03-01T10:00:00.000Z');
  for (const collection of Object.values(collections)) await collection.deleteMany({});
  await collections.cities.insertOne({ _id: anId('cit_1'), rules: defaultCityRules } as never);
  await collections.cycles.insertOne(aCycle({}));
  await collections.offers.insertMany(
    offerIds.map((_id) => anOffer({ _id: _id, initial: units, ...limitOf(_id) }, at)),
  );
}

type Fault = 'none' | 'before' | 'half' | 'after';

/** A collection whose writes fail as `next` says: before anything was done, in the middle, or when all was done. */
function faulty<Doc extends mongo.Document>(
  collection: mongo.Collection<Doc>,
  next: () => Fault,
): mongo.Collection<Doc> {
  const writes = new Set(['insertMany', 'insertOne', 'bulkWrite', 'updateOne', 'updateMany']);
  return new Proxy(collection, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || !writes.has(String(name)))
        return typeof method === 'function' ? (method.bind(target) as unknown) : method;
      return async (...args: unknown[]) => {
        const fault = next();
        if (fault === 'before') throw new Error('died before the write');
        const [first, ...rest] = args;
        const half = fault === 'half' && Array.isArray(first) && first.length > 1;
        const given = half ? [first.slice(0, Math.floor(first.length / 2)), ...rest] : args;
        const done = method.apply(target, given) as Promise<unknown>;
        if (fault === 'none') return done;
        // Whoever died hears nothing, not even what was refused: of a half it would take the rest for done.
        await done.catch(() => undefined);
        throw new Error('died after the write');
      };
    },
  });
}

/** Pages of holds from the second order of an offer on. */
const small = { holdsKept: 0, pageSize: 2 };

/** @param tableFrom with so many offers in a batch, a table changes them. */
function aProcess(next: () => Fault, tableFrom: number): Stock {
  const stock = stockOn(
    {
      offers: faulty(collections.offers as never, next) as never,
      holdPages: faulty(collections.holdPages as never, next) as never,
      purchases: faulty(collections.purchases as never, next) as never,
      reservations: faulty(collections.reservations as never, next) as never,
    },
    // However few units are left, what is remembered is tried first.
    { reads: stockReads(collections), now, nudge: () => undefined, plenty: 0, ...small, tableFrom },
  );
  names.set(stock, `with tables from ${tableFrom}`);
  return stock;
}

/** Each process places orders in its own name. */
const names = new WeakMap<Stock, string>();
const placingOf = (stock: Stock) => names.get(stock) ?? 'nobody';

type Action = 'crowd' | 'edit' | 'reserve' | 'leave' | 'confirm' | 'release' | 'return' | 'sweep' | 'expire';
/** What happens to one order, one thing after another; `twice`: each in both processes at once. */
type Script = { readonly actions: readonly Action[]; readonly twice: boolean };

const offerOf = (order: number) => offerIds[order % 3]!;
const orderOf = (order: number) => {
  const both = order % 2 === 0;
  return {
    orderId: anId(`ord_${order}`),
    accountId: anId(`acc_${order % 3}`),
    cycleId: openCycleId,
    lines: [
      { lineId: line1, offerId: offerOf(order), quantity: 1 + (order % 3) },
      ...(both ? [{ lineId: line2, offerId: offerOf(order + 1), quantity: 2 }] : []),
    ],
  };
};

async function take(stock: Stock, what: Action, order: number): Promise<unknown> {
  const request = orderOf(order);
  switch (what) {
    case 'edit':
      return collections.offers.updateMany({}, { $inc: { version: 1 } });
    case 'crowd':
      return stock.putAllAside([openCycleId]);
    case 'reserve':
      return stock.reserve({ ...request, placing: placingOf(stock) });
    case 'leave':
      return stock.leave({ ...request, placing: placingOf(stock) });
    case 'confirm':
      return stock.confirm(request.orderId);
    case 'release':
      return stock.release(request.orderId);
    case 'return':
      return stock.returnLines(request.orderId, [line1]);
    case 'expire':
      pass(16 * 60_000);
      return stock.sweep(at);
    case 'sweep':
      pass(6_000);
      await stock.freeOrphans([openCycleId], at);
      return stock.sweep(at);
  }
}

/** What processes that died left behind is found by its age. */
async function tidy(stock: Stock): Promise<void> {
  pass(60_000);
  await take(stock, 'sweep', 0);
}

/** Asks again after a failure, as callers do; a refusal is an answer. */
async function persist(stock: Stock, what: Action, order: number): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      await take(stock, what, order);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
    }
  }
  return false;
}

/** What everything must come to: every unit is where the reservations say, and nothing is left half done. */
async function assertConserved(): Promise<void> {
  const reservations = await collections.reservations.find().toArray();
  expect(reservations.filter(({ unsettled }) => unsettled)).toEqual([]);
  const kept = reservations.flatMap((one) =>
    one.status === 'released'
      ? []
      : one.lines
          .filter(({ lineId }) => one.status === 'held' || !one.returned.includes(lineId))
          .map((line) => ({ ...line, status: one.status, accountId: one.accountId })),
  );
  const sum = (lines: typeof kept) => lines.reduce((total, { quantity }) => total + quantity, 0);
  for (const offer of await collections.offers.find().toArray()) {
    const mine = kept.filter(({ offerId }) => offerId === offer._id);
    const held = sum(mine.filter(({ status }) => status === 'held'));
    const sold = sum(mine.filter(({ status }) => status === 'confirmed'));
    expect({
      offer: offer._id,
      held: unitsHeld(offer),
      sold: offer.sold,
      available: offer.available,
    }).toEqual({
      offer: offer._id,
      held,
      sold,
      available: units - held - sold,
    });
  }
  for (const purchase of await collections.purchases.find().toArray()) {
    const mine = kept.filter(
      ({ offerId, accountId }) => offerId === purchase.offerId && accountId === purchase.accountId,
    );
    expect([purchase._id, purchase.units]).toEqual([purchase._id, sum(mine)]);
    expect(purchase.units).toBeLessThanOrEqual(limits[purchase.offerId] ?? 0);
  }
}

const scripts = fc.array(
  fc.record<Script>({
    actions: fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom<Action>('confirm', 'return', 'release') },
          {
            weight: 1,
            arbitrary: fc.constantFrom<Action>('reserve', 'leave', 'sweep', 'expire', 'edit', 'crowd'),
          },
        ),
        { maxLength: 4 },
      )
      .map((rest) => ['reserve' as const, ...rest]),
    twice: fc.boolean(),
  }),
  { minLength: 2, maxLength: 9 },
);
const faults = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fault>('none') },
    { weight: 1, arbitrary: fc.constantFrom<Fault>('before', 'half', 'after') },
  ),
  { minLength: 5, maxLength: 50 },
);

test.each([
  ['some offers limited', someLimited],
  ['no limits', {}],
])(
  'two processes, whose writes die at any point, lose no unit and sell none twice: %s',
  async (_, limited) => {
    limits = limited;
    await fc.assert(
      fc.asyncProperty(scripts, faults, async (todo, planned) => {
        await begin();
        let writes = 0;
        const next = () => planned[writes++ % planned.length] ?? 'none';
        const processes = [aProcess(next, 1), aProcess(next, 8)];
        const confirmed = await Promise.all(
          todo.map(async ({ actions, twice }, order) => {
            let acknowledged = false;
            for (const [turn, action] of actions.entries()) {
              const asked = twice ? processes : [processes[(order + turn) % 2]!];
              const done = await Promise.all(asked.map((stock) => persist(stock, action, order)));
              acknowledged ||= action === 'confirm' && done.includes(true);
            }
            return acknowledged && !actions.includes('release') && !actions.includes('return');
          }),
        );
        const healthy = aProcess(() => 'none', 1);
        for (const _ of [1, 2]) await tidy(healthy);
        await assertConserved();
        for (const order of confirmed.keys())
          if (confirmed[order])
            expect(await collections.reservations.findOne({ _id: anId(`ord_${order}`) })).toMatchObject({
              status: 'confirmed',
            });
        await take(healthy, 'expire', 0);
        await assertConserved();
        expect(await collections.reservations.countDocuments({ status: 'held' })).toBe(0);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
  },
  120_000,
);

/** What one process does about one order. */
const tries = fc.array(fc.constantFrom<Action>('reserve', 'leave', 'edit', 'crowd'), {
  minLength: 1,
  maxLength: 5,
});

test('tries to place one order in two processes take from each other nothing that one of them counts on', async () => {
  limits = someLimited;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(tries, tries), { minLength: 1, maxLength: 5 }),
      faults,
      async (orders, planned) => {
        await begin();
        let writes = 0;
        const next = () => planned[writes++ % planned.length] ?? 'none';
        const processes = [aProcess(next, 1), aProcess(next, 8)];
        const counted = await Promise.all(
          orders.flatMap((both, order) =>
            both.map(async (actions, at) => {
              let counts = false;
              for (const action of actions) {
                const done = await persist(processes[at]!, action, order);
                if (action === 'reserve') counts ||= done;
                if (action === 'leave') counts = false;
              }
              return { order, counts };
            }),
          ),
        );
        const healthy = aProcess(() => 'none', 1);
        for (const _ of [1, 2]) await tidy(healthy);
        await assertConserved();
        for (const { order } of counted.filter(({ counts }) => counts))
          expect(await collections.reservations.findOne({ _id: anId(`ord_${order}`) })).toMatchObject({
            status: 'held',
          });
      },
    ),
    { numRuns: 60, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  );
}, 120_000);
