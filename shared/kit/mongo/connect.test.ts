import { testDatabase, type TestDatabase } from '../../../tests/support/database';
import { connectMongo } from './connect';
import { ensureIndexes } from './indexes';
import { defineModel, modelOn, nativeOn } from './models';

type Basket = { _id: string; owner: string; size: number; note?: string };
const basketFields = {
  name: 'Basket',
  collection: 'baskets',
  fields: {
    _id: String,
    owner: { type: String, required: true },
    size: { type: Number, min: 1 },
    note: String,
  },
};
const basketDefinition = defineModel<Basket>({
  ...basketFields,
  indexes: [[{ owner: 1 }, { unique: true }]],
});

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('kit');
});

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const aBasket = (basket: Partial<Basket> = {}): Basket => ({ _id: 'b1', owner: 'a1', size: 2, ...basket });

describe('a model', () => {
  afterEach(() => nativeOn(database.connection, basketDefinition).deleteMany({}));

  test('stores, and the native collection sees the same documents', async () => {
    const baskets = modelOn(database.connection, basketDefinition);
    await baskets.create(aBasket());
    expect(await nativeOn(database.connection, basketDefinition).findOne({ owner: 'a1' })).toEqual(aBasket());
    expect(await baskets.findOne({ _id: 'b1' }).lean()).toEqual(aBasket());
  });

  test('refuses fields that are not declared, in documents, updates and queries', async () => {
    const baskets = modelOn(database.connection, basketDefinition);
    const foreign = { owner: 'a1', admin: true } as Partial<Basket>;
    await expect(baskets.create({ ...aBasket(), ...foreign })).rejects.toThrow(/admin/);
    await expect(baskets.updateOne({ _id: 'b1' }, { $set: foreign })).rejects.toThrow(/admin/);
    await expect(baskets.find(foreign)).rejects.toThrow(/admin/);
  });

  test('validates updates as it does documents, and takes no expression in a projection', async () => {
    const baskets = modelOn(database.connection, basketDefinition);
    await baskets.create(aBasket());
    await expect(baskets.updateOne({ _id: 'b1' }, { $set: { size: 0 } })).rejects.toThrow(/minimum/);
    const [found] = await baskets.find({}, { note: '$owner' } as object).lean();
    expect((found as Basket | undefined)?.note).toBeUndefined();
  });

  test('asks for an acknowledgement that survives a crash, and for an end to long queries', () => {
    const { connection } = database;
    expect(connection.getClient().options.writeConcern).toMatchObject({ w: 1, journal: true });
    expect(connection.get('maxTimeMS')).toBe(10_000);
  });
});

describe('ensureIndexes', () => {
  test('may run in several processes at once, and again', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(() => connectMongo({ uri: database.uri, dbName: database.dbName, log })),
    );
    for (const connection of others) modelOn(connection, basketDefinition);
    await Promise.all(others.map(ensureIndexes));
    await ensureIndexes(others[0]!);
    const indexes = await nativeOn(database.connection, basketDefinition).indexes();
    expect(indexes.map((index) => [index.key, index.unique])).toEqual([
      [{ _id: 1 }, undefined],
      [{ owner: 1 }, true],
    ]);
    await Promise.all(others.map((connection) => connection.close()));
  });

  test('names the conflict when an index is there with other options', async () => {
    const connection = await connectMongo({ uri: database.uri, dbName: database.dbName, log });
    modelOn(
      connection,
      defineModel<Basket>({ ...basketFields, indexes: [[{ owner: 1 }, { unique: false }]] }),
    );
    await expect(ensureIndexes(connection)).rejects.toMatchObject({ name: 'IndexConflict' });
    await connection.close();
  });
});

test('an address where no server answers gives one line without credentials', async () => {
  const uri = 'mongodb://shop:secret@127.0.0.1:1/?directConnection=true';
  const failure = connectMongo({ uri, dbName: 'x', log, reachWithinMs: 200 });
  await expect(failure).rejects.toMatchObject({ name: 'DatabaseUnreachable' });
  await expect(failure).rejects.toThrow(
    /^MongoDB at mongodb:\/\/127\.0\.0\.1:1\/ cannot be reached .*MONGODB_URI/,
  );
  await expect(failure).rejects.not.toThrow(/secret/);
});
