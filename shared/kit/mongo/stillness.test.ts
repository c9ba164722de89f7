import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Connection } from 'mongoose';
import { once } from 'node:events';
import { connectMongo } from './connect';
import { type EmbeddedEngine, startEmbeddedEngine } from './embeddedEngine';
import { runningSocket } from './engineOwner';
import { NotHeldStill, serveStillness, whileStill } from './stillness';

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
    // Readers go on, and see nothing of the write that waits.
    for (let round = 0; round < 20; round += 1) expect(await things().countDocuments()).toBe(1);
    return written;
  });
  expect(seen).toBe(false);
  await write;
  expect(await things().countDocuments()).toBe(2);
});

test('a holder that dies lets go', async () => {
  const socket = connect(join(dirname(runningSocket(dataDir) ?? ''), 'still.sock'));
  await once(socket, 'data');
  const write = things().insertOne({ after: 'a death' });
  socket.destroy();
  await write;
});

test('a holder that takes too long is told that it has no picture of one moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintuan-hold-'));
  await expect(whileStill(folder, () => Promise.resolve())).rejects.toThrow(NotHeldStill);
  rmSync(folder, { recursive: true });
  const engineSocket = runningSocket(dataDir) ?? '';
  const impatient = await serveStillness(engineSocket, 1); // takes the place of the engine's own
  await expect(
    whileStill(dataDir, async () => {
      await things().insertOne({ when: 'it was let go' }); // waits until then
    }),
  ).rejects.toThrow('could not be held still');
  await impatient.close();
});
