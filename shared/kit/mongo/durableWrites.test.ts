import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Connection } from 'mongoose';
import { connectMongo } from './connect';
import { durableWrites } from './durableWrites';
import { type EmbeddedEngine, startEmbeddedEngine } from './embeddedEngine';

jest.setTimeout(180_000);
const kills = 40;
/** Two engines side by side: a restart is mostly waiting. */
const lanes = 2;

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const home = mkdtempSync(join(tmpdir(), 'lintuan-durable-'));
let engines: EmbeddedEngine[] = [];
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  rmSync(home, { recursive: true, force: true });
});

type Note = { _id: number };

/** Writes one note after another, as a quiet evening does, until the server is gone; answers which were acknowledged. */
async function writeUntilGone(connection: Connection, from: number): Promise<number[]> {
  const notes = connection.getClient().db(connection.name).collection<Note>('notes');
  const acknowledged: number[] = [];
  for (let _id = from; ; _id += 1) {
    try {
      await notes.insertOne({ _id });
    } catch {
      return acknowledged;
    }
    acknowledged.push(_id);
    await delay(Math.random() * 4);
  }
}

/** Kills an engine again and again while it is written to; answers how many acknowledged notes there were, and which are gone. */
async function killAgainAndAgain(dataDir: string, times: number) {
  const acknowledged: number[] = [];
  for (let kill = 0; ; kill += 1) {
    const engine = await startEmbeddedEngine({ dataDir, log });
    engines.push(engine);
    const connection = await connectMongo({ uri: engine.uri, dbName: 'shop', log, reachWithinMs: 5_000 });
    if (kill === times) {
      const found = await connection.getClient().db('shop').collection<Note>('notes').find().toArray();
      const kept = new Set(found.map(({ _id }) => _id));
      await connection.close();
      return { count: acknowledged.length, lost: acknowledged.filter((id) => !kept.has(id)) };
    }
    const writing = writeUntilGone(connection, kill * 1_000_000);
    await delay(60 + Math.random() * 120);
    process.kill(engine.pid, 'SIGKILL');
    await engine.died;
    await connection.close(true);
    acknowledged.push(...(await writing));
    engines = engines.filter((one) => one !== engine);
  }
}

test.each([
  ['a standalone', { msg: undefined }, 1],
  ['a member of a replica set', { setName: 'rs0' }, 'majority'],
  ['a sharded cluster', { msg: 'isdbgrid' }, 'majority'],
])('%s is asked for what it keeps', (_, hello, w) => {
  expect(durableWrites(hello)).toEqual({ w, journal: true });
});

test('no acknowledged write is lost, however often the engine is killed while it is written to', async () => {
  const runs = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => killAgainAndAgain(join(home, `data-${lane}`), kills / lanes)),
  );
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  process.stdout.write(`${kills} kills, ${count} acknowledged writes\n`);
  expect(count).toBeGreaterThan(kills);
  expect(runs.flatMap(({ lost }) => lost)).toEqual([]);
});
