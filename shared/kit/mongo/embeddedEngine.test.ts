import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectMongo } from './connect';
import { type EmbeddedEngine, startEmbeddedEngine } from './embeddedEngine';

const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const home = mkdtempSync(join(tmpdir(), 'lintuan-engine-'));
let count = 0;
const aDataDir = () => join(home, `data-${++count}`);
const started: EmbeddedEngine[] = [];

async function start(dataDir: string): Promise<EmbeddedEngine> {
  const engine = await startEmbeddedEngine({ dataDir, log });
  started.push(engine);
  return engine;
}

afterAll(async () => {
  for (const engine of started) await engine.close();
  rmSync(home, { recursive: true, force: true });
});

test('keeps what was written from one start to the next', async () => {
  const dataDir = aDataDir();
  const first = await start(dataDir);
  await write(first.uri, 'peach');
  await first.close();
  expect(await read((await start(dataDir)).uri)).toEqual(['peach']);
});

test('a second start on the same folder is told what to do', async () => {
  const dataDir = aDataDir();
  await start(dataDir);
  await expect(start(dataDir)).rejects.toMatchObject({
    name: 'DataDirInUse',
    message: expect.stringMatching(/^[^\n]*in use[^\n]*DATA_DIR[^\n]*MONGODB_URI[^\n]*$/) as string,
  });
});

test('a folder that cannot be used is told apart', async () => {
  const file = join(home, 'a-file');
  writeFileSync(file, '');
  for (const dataDir of [file, join(file, 'below'), '/proc/lintuan'])
    await expect(start(dataDir)).rejects.toMatchObject({
      name: 'DataDirUnusable',
      message: expect.stringMatching(/^[^\n]*make it writable[^\n]*MONGODB_URI[^\n]*$/) as string,
    });
});

test('answers what several indexes could, also where many documents are looked at in vain', async () => {
  const engine = await start(aDataDir());
  const connection = await connectMongo({ uri: engine.uri, dbName: 'shop', log });
  try {
    const many = connection.collection('many');
    await many.createIndexes([{ key: { kind: 1, name: 1 } }, { key: { kind: 1, size: 1 } }]);
    await many.insertMany(Array.from({ length: 11_000 }, (_, at) => ({ kind: 'fruit', name: at, size: at })));
    const none = { kind: 'fruit', rotten: true };
    expect(await many.findOne(none)).toBeNull();
    expect(await many.aggregate([{ $match: none }]).toArray()).toEqual([]);
    expect((await many.updateOne(none, { $set: { thrown: true } })).matchedCount).toBe(0);
  } finally {
    await connection.close();
  }
});

test('an engine that cannot be loaded here says where it can, and what else to do', async () => {
  const { said } = await startElsewhere(aDataDir(), { NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere/engine.node' });
  expect(said).toMatch(/^EngineCannotLoad: .*nowhere.*Linux x64.*MONGODB_URI/);
});

test('after kill -9 of the engine the starter is told, and the next start has every journaled write', async () => {
  const dataDir = aDataDir();
  const engine = await start(dataDir);
  await write(engine.uri, 'plum');
  process.kill(engine.pid, 'SIGKILL');
  expect((await engine.died).name).toBe('EngineDied');
  await engine.close(); // still fine to call

  const next = await start(dataDir);
  expect(await read(next.uri)).toEqual(['plum']);
  expect(existsSync(socketFolder(engine.uri))).toBe(false);
});

test('after kill -9 of the starter its engine flushes and ends, while the next start waits for the folder', async () => {
  const dataDir = aDataDir();
  const starter = await startElsewhere(dataDir);
  await write(starter.said, 'pear');
  process.kill(starter.pid, 'SIGKILL');
  const next = await start(dataDir);
  expect(await read(next.uri)).toEqual(['pear']);
  expect(existsSync(socketFolder(starter.said))).toBe(false);
});

test("the terminal's Ctrl-C leaves the engine to its parent", async () => {
  const engine = await start(aDataDir());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(engine.pid, signal);
  await write(engine.uri, 'apple');
  expect(await read(engine.uri)).toEqual(['apple']);
});

async function write(uri: string, name: string): Promise<void> {
  const connection = await connectMongo({ uri, dbName: 'shop', log });
  await connection.collection<{ name: string }>('fruit').insertOne({ name });
  await connection.close();
}

async function read(uri: string): Promise<string[]> {
  const connection = await connectMongo({ uri, dbName: 'shop', log });
  const found = await connection.collection<{ name: string }>('fruit').find().toArray();
  await connection.close();
  return found.map((fruit) => fruit.name);
}

/** Starts an engine from a process of its own, run by tsx as the services are; `said` is its address or error. */
async function startElsewhere(dataDir: string, env: NodeJS.ProcessEnv = {}) {
  const program = `
    const { startEmbeddedEngine } = require(${JSON.stringify(join(__dirname, 'embeddedEngine.ts'))});
    const log = { info() {}, warn() {}, error() {} };
    startEmbeddedEngine({ dataDir: ${JSON.stringify(dataDir)}, log })
      .then((engine) => engine.uri, String)
      .then(console.log);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { pid: child.pid!, said };
}

function socketFolder(uri: string): string {
  return dirname(decodeURIComponent(uri.replace('mongodb://', '').replace(/\/\?.*$/, '')));
}
