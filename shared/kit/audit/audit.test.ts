import { testDatabase } from '../../../tests/support/database';
import { until } from '../../../tests/support/until';
import { type Endpoint } from '../../contracts/endpoint';
import { AccountId } from '../../contracts/ids';
import { Refused } from '../domainError';
import { ensureIndexes } from '../mongo/indexes';
import { guardedWrites, type WrittenBy } from '../mongo/guardedWrites';
import { defineModel, nativeOn } from '../mongo/models';
import { AuditStore } from './auditStore';
import { AuditTrail } from './auditTrail';
import { verifyChains } from './verify/verifyChains';

type Box = WrittenBy & { _id: string; version: number; phone?: string; note?: string; outbox?: unknown[] };
const BoxModel = defineModel<Box>({ name: 'Box', collection: 'boxes' });

const open: Endpoint = {
  ...{ id: 'delivery.openBox', service: 'delivery', method: 'post', idempotency: 'natural' },
  ...{ path: '/boxes/:boxId', access: ['operator'], summary: 'Opens a box.' },
};
const caller = {
  kind: 'account' as const,
  accountId: AccountId.parse('acc_1'),
  sessionId: 'ses_1' as never,
  roles: ['shopper' as const, 'operator' as const],
};
const at = new Date('2026-03-01T08:00:00.000Z');
const later = new Date(at.getTime() + 3_600_000);

async function world() {
  const { connection } = await testDatabase('audit', { emptied: true });
  const boxes = nativeOn(connection, BoxModel);
  const aProcess = (now = () => at) => {
    const store = new AuditStore(connection);
    return { store, trail: new AuditTrail('delivery', store, { now, log: { error: fail } }) };
  };
  const { store, trail } = aProcess();
  await ensureIndexes(connection);
  const does = <R>(work: () => Promise<R>, body: unknown = {}) =>
    trail.around({ endpoint: open, caller, params: { boxId: 'box_1' }, body, key: 'k1' }, work);
  const entries = async () => (await store.search({}, { limit: 100 })).items;
  const raw = connection.getClient().db(connection.name).collection<{ _id: string }>('audit_entries');
  const connect = async () =>
    Promise.resolve(
      Object.assign(Object.create(connection) as typeof connection, { close: async () => Promise.resolve() }),
    );
  return {
    connection,
    boxes,
    aProcess,
    store,
    trail,
    does,
    entries,
    raw,
    verify: () => verifyChains(connect),
  };
}
const fail = (...args: unknown[]) => {
  throw new Error(JSON.stringify(args));
};

test('what was done is kept with what it changed, and nothing of it names a person or a secret', async () => {
  const { boxes, does, entries } = await world();
  await boxes.insertOne({ _id: 'box_1', version: 1, phone: '13812345678' });
  const body = { password: 'hunter22', note: 'call 13812345678', recipientName: '王小梅', reason: 'wet' };
  await does(async () => {
    await boxes.updateOne(
      { _id: 'box_1', version: 1 },
      { $set: { version: 2, phone: '13987654321', outbox: [{ id: 'evt_1' }] } },
    );
    return { orderId: 'ord_7', lines: [{ skuId: 'sku_1' }] };
  }, body);
  const [entry] = await entries();
  expect(entry).toMatchObject({
    actor: { kind: 'account', accountId: 'acc_1', role: 'operator' },
    ...{ operation: 'delivery.openBox', outcome: 'done', key: 'k1' },
    subjects: ['box_1', 'ord_7'],
    changes: [
      { collection: 'boxes', documentId: 'box_1', path: 'version', before: '1', after: '2' },
      { path: 'phone', before: '"138****5678"', after: '"139****4321"' },
    ],
  });
  expect(entry?.changes).toHaveLength(2);
  expect(entry?.request).toContain('wet');
  expect(JSON.stringify(entry)).not.toMatch(/hunter22|1381234|1398765|王小梅/);
});

test('each kind of write is seen: guarded ones in a shared batch, many, new ones and removed ones', async () => {
  const { boxes, does, entries } = await world();
  const writes = guardedWrites('boxes', boxes);
  await boxes.insertMany(['a', 'b', 'c'].map((_id) => ({ _id, version: 1 })));
  const raise = (_id: string) =>
    writes.add({ filter: { _id, version: 1 }, update: { $set: { version: 2 } } });
  // The neighbour's write is in the same batch, and is nobody's of the staff.
  await Promise.all([raise('a'), does(() => raise('b')), raise('c')]);
  await does(async () => {
    await boxes.insertOne({ _id: 'd', version: 1 });
    await boxes.bulkWrite([{ updateOne: { filter: { _id: 'a' }, update: { $set: { version: 9 } } } }]);
    await boxes.updateMany({ version: 2 }, { $inc: { version: 1 } });
    await boxes.deleteOne({ _id: 'd' });
  });
  const changes = (await entries()).map((entry) =>
    entry.changes.map((one) => `${one.documentId}.${one.path} ${one.before} ${one.after}`).sort(),
  );
  expect(changes.sort((one, other) => one.length - other.length)).toEqual([
    ['b.version 1 2'],
    ['a.version 2 9', 'b.version 2 3', 'c.version 2 3', 'd.version 1 undefined', 'd.version undefined 1'],
  ]);
});

test('what another service is asked for meanwhile is no part of it', async () => {
  const { boxes, does, trail, entries } = await world();
  const inside: Endpoint = { ...open, access: 'internal' };
  const service = { kind: 'service' as const, service: 'orders' as const };
  await does(() =>
    trail.around({ endpoint: inside, caller: service, params: {}, body: {}, key: undefined }, () =>
      boxes.insertOne({ _id: 'box_9', version: 1 }),
    ),
  );
  expect((await entries()).map(({ changes }) => changes)).toEqual([[]]);
});

test('a refusal leaves an entry only when something had been done', async () => {
  const { boxes, does, entries } = await world();
  const refuse = () => Promise.reject(new Refused('NOT_FOUND'));
  await expect(does(refuse)).rejects.toThrow(Refused);
  expect(await entries()).toEqual([]);
  await expect(
    does(async () => {
      await boxes.insertOne({ _id: 'half', version: 1 });
      return refuse();
    }),
  ).rejects.toThrow(Refused);
  await expect(does(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect((await entries()).map(({ outcome, code }) => [outcome, code]).sort()).toEqual([
    ['failed', undefined],
    ['refused', 'NOT_FOUND'],
  ]);
});

test('who dies in the middle leaves an entry that is sealed as unknown; an outcome that comes later is told beside it', async () => {
  const { aProcess, does, entries, store, verify } = await world();
  let finish: () => void = fail;
  const begun = does(() => new Promise<void>((resolve) => (finish = resolve)));
  await until(async () => (await entries()).length === 1);
  const { trail } = aProcess();
  await trail.seal(at);
  expect((await entries())[0]?.sequence).toBeUndefined();
  await trail.seal(later);
  expect((await entries())[0]).toMatchObject({ outcome: 'unknown', sequence: 1 });
  finish();
  await begun;
  await trail.seal(later);
  const all = await entries();
  expect(all.map(({ outcome }) => outcome).sort()).toEqual(['done', 'unknown']);
  expect(all.find(({ outcome }) => outcome === 'done')).toMatchObject({
    completes: all.find(({ outcome }) => outcome === 'unknown')?._id,
    sequence: 2,
  });
  expect(await store.verify()).toMatchObject({ entries: 2 });
  expect((await verify()).whole).toBe(true);
});

test('what the system decides by itself is kept from its first write on, and nothing where it wrote nothing', async () => {
  const { boxes, trail, entries } = await world();
  expect(await trail.bySystem('find_overdue', () => Promise.resolve(7))).toBe(7);
  await trail.bySystem('find_overdue', () => boxes.updateOne({ _id: 'none' }, { $set: { version: 2 } }));
  expect(await entries()).toEqual([]);
  await boxes.insertOne({ _id: 'box_1', version: 1 });
  await trail.bySystem('find_overdue', async () => {
    await boxes.updateOne({ _id: 'box_1' }, { $set: { note: 'late' } });
    expect(await entries()).toMatchObject([{ outcome: 'begun' }]);
  });
  expect(await entries()).toMatchObject([
    {
      ...{ actor: { kind: 'system', job: 'find_overdue' }, operation: 'delivery.find_overdue' },
      ...{ subjects: ['box_1'], outcome: 'done', changes: [{ path: 'note', after: '"late"' }] },
    },
  ]);
});

test('what the system decides at once for a shopper is its own', async () => {
  const { boxes, trail, entries } = await world();
  const endpoint: Endpoint = { ...open, access: 'signedIn', audit: 'decides' };
  const asked = (roles: (typeof caller.roles)[number][]) => ({
    ...{ endpoint, caller: { ...caller, roles }, params: { boxId: 'box_1' }, body: {}, key: 'k2' },
  });
  await trail.around(asked(['shopper']), () => boxes.insertOne({ _id: 'box_1', version: 1 }));
  expect(await entries()).toMatchObject([{ actor: { kind: 'system', job: 'openBox' }, subjects: ['box_1'] }]);
  await trail.around({ ...asked(['shopper']), endpoint: { ...open, access: 'signedIn' } }, () =>
    boxes.deleteOne({ _id: 'box_1' }),
  );
  expect(await entries()).toHaveLength(1);
});

describe('a chain', () => {
  async function sealed(count: number) {
    const made = await world();
    await Promise.all(Array.from({ length: count }, (_, n) => made.does(() => Promise.resolve(), { n })));
    await Promise.all([0, 1, 2].map(() => made.aProcess().trail.seal(later)));
    return made;
  }
  const broken = async ({ store }: Awaited<ReturnType<typeof sealed>>) => (await store.verify()).broken;

  test('is one, however many processes seal it at once', async () => {
    const { store, verify } = await sealed(40);
    expect(await store.verify()).toMatchObject({ entries: 40, head: { sequence: 40 } });
    const { lines, whole } = await verify();
    expect([whole, lines[2]]).toEqual([
      true,
      expect.stringMatching(/^orders: 40 entries, .*orders:40:[0-9a-f]{64}$/),
    ]);
  });

  test.each<[string, (raw: Awaited<ReturnType<typeof sealed>>['raw']) => Promise<unknown>, object]>([
    [
      'what was changed',
      (raw) => raw.updateOne({ sequence: 4 }, { $set: { request: '{}' } }),
      { sequence: 4, kind: 'changed' },
    ],
    ['what was taken out', (raw) => raw.deleteOne({ sequence: 4 }), { sequence: 4, kind: 'missing' }],
    ['what was taken off the end', (raw) => raw.deleteOne({ sequence: 6 }), { sequence: 6, kind: 'missing' }],
    [
      'what was moved',
      async (raw) => {
        await raw.updateOne({ sequence: 3 }, { $set: { sequence: 99 } });
        await raw.updateOne({ sequence: 4 }, { $set: { sequence: 3 } });
        await raw.updateOne({ sequence: 99 }, { $set: { sequence: 4 } });
      },
      { sequence: 3, kind: 'moved' },
    ],
  ])('names %s, also when it goes on', async (_, tamper, link) => {
    const made = await sealed(6);
    await tamper(made.raw);
    expect(await broken(made)).toMatchObject(link);
    await made.does(() => Promise.resolve());
    await made.trail.seal(later);
    expect(await broken(made)).toMatchObject(link);
    expect((await made.verify()).whole).toBe(false);
  });

  test('that was made anew does not agree with a head that was noted', async () => {
    const { store, raw, does, trail } = await sealed(3);
    const { head } = await store.verify();
    expect(await store.firstUnknown([head])).toBeUndefined();
    await raw.deleteMany({});
    await raw.db.collection('audit_heads').deleteMany({});
    for (const n of [1, 2, 3]) await does(() => Promise.resolve(), { n, other: true });
    await trail.seal(later);
    expect(await store.verify()).toMatchObject({ entries: 3 });
    expect(await store.firstUnknown([head])).toEqual(head);
  });
});
