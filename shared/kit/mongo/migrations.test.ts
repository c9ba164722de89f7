import { type mongo } from 'mongoose';
import { testDatabase } from '../../../tests/support/database';
import { DataIsNewer, migrate, type Migration } from './migrations';

type Person = { _id: string; name?: string; first?: string };

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const quick = { log, lookEveryMs: 5 };

/** Renames a field one document after the other, as a migration of many documents does; `die` may end it between two. */
const renaming = (die: (done: number) => void = quiet): Migration => ({
  number: 1,
  title: 'people have a first name',
  async run(db) {
    const people = db.collection<Person>('people');
    for (let done = 0; ; done += 1) {
      die(done);
      const { matchedCount } = await people.updateOne(
        { name: { $exists: true } },
        { $rename: { name: 'first' } },
      );
      if (matchedCount === 0) return;
    }
  },
});
const numbered = (number: number, run: (db: mongo.Db) => Promise<void>): Migration => ({
  number,
  title: `the ${number}.`,
  run,
});
const counting = (number: number) =>
  numbered(number, async (db) => {
    await db
      .collection<{ _id: string; ran: number }>('runs')
      .updateOne({ _id: `run_${number}` }, { $inc: { ran: 1 } }, { upsert: true });
  });

async function oldData(people = 5) {
  const { connection } = await testDatabase();
  const db = connection.getClient().db(connection.name);
  await db
    .collection<Person>('people')
    .insertMany(Array.from({ length: people }, (_, at) => ({ _id: `p${at}`, name: 'An' })));
  const states = db.collection<{ _id: string; version?: number; lease?: object }>('schema_version');
  return { connection, db, states, state: () => states.findOne({ _id: 'schema' }) };
}

test('data without a mark is as old as the first release, and is brought to the newest version', async () => {
  const { connection, db, state } = await oldData();
  await migrate(connection, [renaming(), counting(2)], quick);
  expect(await db.collection('people').countDocuments({ first: 'An' })).toBe(5);
  expect(await state()).toEqual({ _id: 'schema', version: 2 });
});

test('an empty database has the newest version from the start', async () => {
  const { connection } = await testDatabase();
  await migrate(connection, [counting(1), counting(2)], quick);
  const db = connection.getClient().db(connection.name);
  expect(await db.collection('runs').countDocuments()).toBe(0);
  expect(await db.collection('schema_version').findOne({})).toMatchObject({ version: 2 });
});

test('of many processes one works, once, and none goes on before it has ended', async () => {
  const { connection, db } = await oldData();
  const all = [renaming(), counting(2), counting(3)];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      await migrate(connection, all, quick);
      expect(await db.collection('people').countDocuments({ name: 'An' })).toBe(0);
    }),
  );
  expect(await db.collection('runs').find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'run_2', ran: 1 },
    { _id: 'run_3', ran: 1 },
  ]);
});

test.each([0, 1, 3, 5])('one that ends after %s documents is taken up again', async (documents) => {
  const { connection, db, state } = await oldData();
  const dying = renaming((done) => {
    if (done === documents) throw new Error('killed');
  });
  await expect(migrate(connection, [dying], quick)).rejects.toThrow('killed');
  expect(await state()).toEqual({ _id: 'schema', version: 0 });
  await migrate(connection, [renaming()], quick);
  expect(await db.collection('people').countDocuments({ first: 'An' })).toBe(5);
  expect(await state()).toEqual({ _id: 'schema', version: 1 });
});

test('a process that says nothing any more is replaced, and changes the mark no more when it wakes', async () => {
  const { connection, states, state } = await oldData();
  let wake: () => void = quiet;
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const sleeper = migrate(connection, [numbered(1, () => asleep), counting(2)], {
    ...quick,
    leaseMs: 3_600_000,
  });
  while (!(await state())?.lease) await new Promise(setImmediate);
  await states.updateOne({ _id: 'schema' }, { $set: { 'lease.until': new Date(0) } }); // its lease has lapsed
  await migrate(connection, [renaming(), counting(2), counting(3)], quick);
  expect(await state()).toEqual({ _id: 'schema', version: 3 });
  wake();
  await expect(sleeper).rejects.toThrow(DataIsNewer); // it looks again, and finds what a newer program has done
  expect(await state()).toEqual({ _id: 'schema', version: 3 });
});

test('data of a newer program is refused by name, and left as it is', async () => {
  const { connection, state } = await oldData();
  await migrate(connection, [renaming(), counting(2)], quick);
  await expect(migrate(connection, [renaming()], quick)).rejects.toThrow(
    /has version 2, this program knows versions up to 1: start the newer program again, or restore a backup/,
  );
  expect(await state()).toEqual({ _id: 'schema', version: 2 });
});

test('a list with a gap is a mistake of the program', async () => {
  const { connection } = await testDatabase();
  await expect(migrate(connection, [counting(2)], quick)).rejects.toThrow('has number 2 at place 1');
});
