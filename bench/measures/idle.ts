import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../childProcess';
import { inherited } from '../config';
import { type EngineWatch, watchEngine } from '../engine';
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
  const engine = watchEngine(dataDir);
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
async function spent(engine: EngineWatch, origin: string): Promise<Spent> {
  const { commands, seconds } = await engine.spent();
  return {
    at: performance.now(),
    commands,
    processorSeconds: seconds + (await processorSeconds(origin)),
  };
}

/** Waits until what the start left to be done is done, and the pauses of all that runs by itself have grown. */
async function untilQuiet(engine: EngineWatch): Promise<void> {
  let before = (await engine.spent()).commands;
  for (let tries = 0, seconds = 0; tries < quiet.tries && seconds < quiet.seconds; tries += 1) {
    await sleep(1_000);
    const { commands } = await engine.spent();
    seconds = commands - before < quiet.commands ? seconds + 1 : 0;
    before = commands;
  }
}
