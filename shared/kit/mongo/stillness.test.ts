import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Connection } from 'mongoose';
import { connectMongo } from './connect';
import { type EmbeddedEngine, startEmbeddedEngine } from './embeddedEngine';
import { NotHeldStill, whileStill } from './stillness';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const dataDir = mkdtempSync(join(tmpdir(), 'lintuan-still-'));

let engine: EmbeddedEngine;
let connection: Connection;
beforeAll(async () => {
  engine = await startEmbeddedEngine({ dataDir, log });
  connection = await connectMongo({ uri: engine.uri, dbName: 'still', log });
});
afterAll(async () => {
  await connection.close();
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const things = () => connection.getClient().db('still').collection('things');

test('nothing is written while the engine is held still, and everything afterwards', async () => {
  await things().insertOne({ before: 1 });
  let written = false;
  let write: Promise<unknown> = Promise.resolve();
  const seen = await whileStill(dataDir, async () => {
    write = things()
      .insertOne({ during: 1 })
      .then(() => {
        written = true;
      });
    await new Promise((resume) => setTimeout(resume, 50));
    return written;
  });
  expect(seen).toBe(false);
  await write;
  expect(await things().countDocuments()).toBe(2);
});

test('writers go on after each hold, however many there are', async () => {
  let over = false;
  let written = 0;
  const writers = Array.from({ length: 30 }, async (_, at) => {
    while (!over) {
      await things().updateOne({ at: at % 7 }, { $inc: { times: 1 } }, { upsert: true });
      written += 1;
    }
  });
  for (let holds = 0; holds < 5; holds += 1) {
    await whileStill(dataDir, () => Promise.resolve());
    const before = written;
    while (written < before + 30) await new Promise(setImmediate);
  }
  over = true;
  await Promise.all(writers);
});

test('a holder that dies lets go', async () => {
  const program = `require('./shared/kit/mongo/stillness').whileStill(${JSON.stringify(dataDir)}, () => { console.log('held'); return new Promise((f) => setTimeout(f, 50_000)); })`;
  const holder = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
    cwd: resolve(__dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const write = things().insertOne({ after: 'a death' });
  holder.kill('SIGKILL');
  await write;
});

test('of two who hold it at once, whoever was not alone to the end is told', async () => {
  let endFirst: () => void = () => undefined;
  let firstHolds: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (firstHolds = resolve));
  const first = whileStill(dataDir, () => {
    firstHolds();
    return new Promise<void>((resolve) => (endFirst = resolve));
  });
  await held;
  const second = whileStill(dataDir, async () => {
    endFirst();
    await first;
  });
  await expect(second).rejects.toThrow(NotHeldStill);
  await things().insertOne({ after: 'both' });
});

test('what a killed engine left behind stops no stranger', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintuan-hold-'));
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => process.stdout.write("on"), 5)']);
  const owner = { parentPid: process.pid, pid: stranger.pid, socketPath: join(folder, 'gone.sock') };
  writeFileSync(join(folder, 'lintuan-owner.json'), JSON.stringify(owner));
  await expect(whileStill(folder, () => Promise.resolve())).rejects.toThrow('No database engine runs');
  await once(stranger.stdout, 'data');
  stranger.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('a holder that takes too long, or finds no engine, is told that it has no picture of one moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintuan-hold-'));
  await expect(whileStill(folder, () => Promise.resolve())).rejects.toThrow(NotHeldStill);
  rmSync(folder, { recursive: true });
  const late = async () => {
    await things().insertOne({ when: 'it was let go' }); // waits until then
  };
  await expect(whileStill(dataDir, late, 50)).rejects.toThrow('could not be held still');
});
