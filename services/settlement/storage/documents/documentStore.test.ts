import { AccountId } from '../../../../shared/contracts/ids';
import { ensureIndexes } from '../../../../shared/kit/mongo/indexes';
import { testDatabase } from '../../../../tests/support/database';
import { mortalWrites } from '../../../../tests/support/faults/mortalWrites';
import { type Draft } from '../../domain/documents/document';
import { DocumentStore } from './documentStore';

const mortal = mortalWrites();
const at = new Date('2026-11-30T02:00:00.000Z');
const issue = { day: '2026-11-30', at };

const draft = (about: string | number, fen = 100): Draft => ({
  kind: 'receipt',
  subject: `receipt:ord_${about}`,
  owner: AccountId.parse('acc_mei'),
  content: {
    title: { zh: '收据', en: 'Receipt' },
    facts: [],
    tables: [
      {
        title: { zh: '商品', en: 'Goods' },
        columns: [{ title: { zh: '金额', en: 'Amount' }, share: 1, right: true }],
        rows: [[{ fen }]],
      },
    ],
    notes: [],
    totalFen: fen,
  },
});

/** The documents as several processes have them, on one database. */
async function processes(count: number) {
  const { connection } = await testDatabase('settlement-documents', { emptied: true });
  const stores = Array.from({ length: count }, () => new DocumentStore(connection));
  await ensureIndexes(connection);
  const all = connection.getClient().db(connection.name).collection<{ _id: string }>('documents');
  const numbers = async () => (await all.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
  return { stores, numbers };
}
const upTo = (count: number) =>
  Array.from({ length: count }, (_, at_) => `R2026-${String(at_ + 1).padStart(6, '0')}`);

test('ten issuers at once leave no number out and give none twice', async () => {
  const { stores, numbers } = await processes(10);
  const issued = await Promise.all(
    stores.flatMap((store, which) => [1, 2, 3, 4].map((one) => store.issue(draft(`${which}x${one}`), issue))),
  );
  expect(await numbers()).toEqual(upTo(40));
  expect(new Set(issued.map(({ number }) => number)).size).toBe(40);
});

test('asked by ten at once for the same, there is one document, and it never changes', async () => {
  const { stores, numbers } = await processes(10);
  const issued = await Promise.all(stores.map((store, fen) => store.issue(draft(1, fen), issue)));
  expect(await numbers()).toEqual(upTo(1));
  const [first] = issued;
  for (const document of issued) expect(document).toEqual(first);
  const later = { day: '2027-01-01', at: new Date('2027-01-01T02:00:00.000Z') };
  expect(await stores[0]!.issue(draft(1, 999), later)).toEqual(first);
  expect(await stores[1]!.find(first!.number)).toEqual(first);
});

test('each year and each kind counts for itself', async () => {
  const { stores } = await processes(1);
  const [store] = stores as [DocumentStore];
  await store.issue(draft(1), issue);
  const next = await store.issue(draft(2), { day: '2027-01-01', at });
  const note = await store.issue({ ...draft(3), kind: 'credit_note' }, issue);
  expect([next.number, note.number]).toEqual(['R2027-000001', 'C2026-000001']);
});

test.each(['before', 'after'] as const)('killed %s its write, an issuer leaves no gap', async (when) => {
  for (let lives = 0, died = true; died; lives += 1) {
    const { stores, numbers } = await processes(2);
    const [first, second] = stores as [DocumentStore, DocumentStore];
    await first.issue(draft(1), issue);
    died = await mortal.dies(when, lives, () => first.issue(draft(2), issue));
    await second.issue(draft(3), issue);
    const again = await second.issue(draft(2), issue);
    expect(await numbers()).toEqual(upTo(3));
    expect(await first.issue(draft(2), issue)).toEqual(again);
  }
});
