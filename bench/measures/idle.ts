import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { runningEngine } from '#shared/kit/mongo/engineOwner';
import { startChild } from '../childProcess';
import { inherited } from '../config';
import { processorSeconds } from '../product';
import { atMost, type Row } from '../report';

const measureMs = 30_000;
/** Commands in a second that count as quiet, and how many such seconds must follow each other. */
const quiet = { commands: 15, seconds: 20, tries: 120 };

/** What the product does when nobody asks anything of it: a start of its own, with the data of the demo. */
export async function idle(dataDir: string): Promise<Row[]> {
  let origin = '';
  const product = await startChild('services/start.ts', {
    args: ['--no-app', '--no-life'],
    environment: { ...inherited(), PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    ready: /^Stop with Ctrl-C/,
    seen: (line) => {
      origin = /is ready: (http:\/\/\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1') ?? origin;
    },
  });
  try {
    return await measured(origin, dataDir);
  } finally {
    await product.stop();
  }
}

async function measured(origin: string, dataDir: string): Promise<Row[]> {
  const uri = runningEngine(join(dataDir, 'db'));
  if (uri === undefined) throw new Error(`No engine runs on ${dataDir}`);
  const engine = new mongo.MongoClient(uri, { maxPoolSize: 1 });
  try {
    await untilQuiet(engine);
    const before = await spent(engine, origin);
    await sleep(measureMs);
    const after = await spent(engine, origin);
    const perSecond = (one: keyof Spent) => ((after[one] - before[one]) * 1000) / (after.at - before.at);
    return [
      atMost('idle with demo data: commands to the database', perSecond('commands'), 5),
      atMost('idle with demo data: % of a processor', 100 * perSecond('processorSeconds'), 3),
    ];
  } finally {
    await engine.close();
  }
}

type Spent = { readonly at: number; readonly commands: number; readonly processorSeconds: number };

/** Of the product's process and of its engine's. */
async function spent(engine: mongo.MongoClient, origin: string): Promise<Spent> {
  const { commands, seconds } = await engineSpent(engine);
  return {
    at: performance.now(),
    commands,
    processorSeconds: seconds + (await processorSeconds(origin)),
  };
}

async function engineSpent(engine: mongo.MongoClient): Promise<{ commands: number; seconds: number }> {
  const { opcounters, extra_info: used } = (await engine.db('admin').command({ serverStatus: 1 })) as {
    opcounters: Readonly<Record<'insert' | 'query' | 'update' | 'delete' | 'getmore' | 'command', number>>;
    extra_info?: { readonly user_time_us?: number; readonly system_time_us?: number };
  };
  const { insert, query, update, delete: deleted, getmore, command } = opcounters;
  return {
    commands: insert + query + update + deleted + getmore + command,
    seconds: ((used?.user_time_us ?? 0) + (used?.system_time_us ?? 0)) / 1e6,
  };
}

/** Waits until what the start left to be done is done, and the pauses of all that runs by itself have grown. */
async function untilQuiet(engine: mongo.MongoClient): Promise<void> {
  let before = (await engineSpent(engine)).commands;
  for (let tries = 0, seconds = 0; tries < quiet.tries && seconds < quiet.seconds; tries += 1) {
    await sleep(1_000);
    const { commands } = await engineSpent(engine);
    seconds = commands - before < quiet.commands ? seconds + 1 : 0;
    before = commands;
  }
}
