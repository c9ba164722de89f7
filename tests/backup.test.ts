import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { each, sleep, waitFor } from '../scripts/demo/actors/waiting';
import { moneyChecks } from '../scripts/demo/books/checks';
import { readStripeBooks } from '../scripts/demo/books/stripeBooks';
import { lifelike } from '../scripts/demo/day/pace';
import { type Shopper } from '../scripts/demo/actors/shopper';
import { cart } from '../scripts/demo/day/carts';
import { type Point } from '../scripts/demo/day/point';
import { prepareDay } from '../scripts/demo/day/prepare';
import { placeOf, type Stage } from '../scripts/demo/day/stage';
import { narrator } from '../scripts/demo/narrator';
import { type OrderId } from '../shared/contracts/ids';
import { isRefusal } from '../shared/kit/client/remoteProblem';
import { type AllInOne, startAllInOne } from './support/allInOne';
import { beBusy, type Memory } from './support/faults/busyShopper';
import { randomFrom } from './support/faults/random';
import { startProcess } from './support/process';

jest.setTimeout(240_000);

const scratch = mkdtempSync(join(tmpdir(), 'lintuan-backup-'));
const file = join(scratch, 'lintuan.tar.gz');
let system: AllInOne;
beforeAll(async () => {
  system = await startAllInOne();
});
afterAll(async () => {
  await system.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs `npm run backup` or `npm run restore`. */
function command(name: 'backUp' | 'restore', dataDir: string, ...args: string[]) {
  const program = resolve(__dirname, `../services/start/backup/${name}Command.ts`);
  return startProcess(program, { DATA_DIR: dataDir }, args);
}

function done(name: 'backUp' | 'restore', dataDir: string, ...args: string[]) {
  const program = resolve(__dirname, `../services/start/backup/${name}Command.ts`);
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: resolve(__dirname, '..'),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return { status, stderr };
}

/** Twelve neighbours who order, pay and cancel until told to stop. */
function busyNeighbours(stage: Stage, memory: Memory) {
  let over = false;
  const all = stage.points.flatMap((point) =>
    point.neighbours.slice(0, 4).map((shopper, at) =>
      beBusy({
        ...{ stage, point, shopper, memory, random: randomFrom(at) },
        up: () => Promise.resolve(),
        isOver: () => over,
      }),
    ),
  );
  return {
    async stop() {
      over = true;
      await Promise.all(all);
    },
  };
}

async function orderOf(stage: Stage, point: Point, shopper: Shopper | undefined): Promise<OrderId> {
  if (!shopper) throw new Error(`${point.name} has too few neighbours`);
  const ask = () =>
    shopper.order(placeOf(stage, point), cart(stage.offers, { melon: 1 })).catch((error: unknown) => {
      if (!isRefusal(error, 'SERVICE_UNAVAILABLE')) throw error;
      return undefined; // a busy machine let the connection break
    });
  return (await waitFor('an order after the backup', ask, { seconds: 90 })).orderId;
}

test('a backup of a running product, restored after a kill, has everything that was acknowledged before it, and its books agree', async () => {
  const { url, time } = system;
  const quiet = narrator(() => undefined, time);
  const stage = await prepareDay({
    connection: { url, retries: 0, time },
    narrator: quiet,
    pace: lifelike,
  });
  const memory: Memory = new Map();
  const busy = busyNeighbours(stage, memory);
  await waitFor('some orders', () => Promise.resolve(memory.size >= 12 ? memory : undefined), {
    seconds: 120,
  });
  const before = structuredClone(memory);
  const backup = command('backUp', system.dataDir, file);
  await backup.said(/Backed up \d+ files/);
  await busy.stop();
  // The others may have bought all they can by now: these buy what nobody else does.
  const after = await each(stage.points, 3, (point) => orderOf(stage, point, point.neighbours[5]));

  const refused = done('restore', system.dataDir, file, '--replace');
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/stop it first/) as string });
  await system.kill();
  const needsWord = done('restore', system.dataDir, file);
  expect(needsWord).toMatchObject({ status: 1, stderr: expect.stringMatching(/add --replace/) as string });
  await command('restore', system.dataDir, file, '--replace').said(/is as it was at/);
  expect(readdirSync(system.dataDir).filter((name) => name.startsWith('before-restore-'))).toHaveLength(1);
  await system.restart();

  const { operator, cycle } = stage;
  await each([...before], 8, async ([orderId, { paid, cancelled }]) => {
    const { status } = await operator.look(orderId);
    if (cancelled) expect(status).toBe('cancelled');
    else if (paid) expect(['paid', 'cancelled']).toContain(status);
  });
  const lost = await each([...memory.keys(), ...after], 8, (orderId) =>
    operator.look(orderId).then(
      () => undefined,
      (error: unknown) => {
        if (!isRefusal(error, 'NOT_FOUND')) throw error;
        return orderId;
      },
    ),
  );
  const later = lost.filter((orderId) => orderId !== undefined);
  expect(later).toEqual(expect.arrayContaining(after)); // it is an earlier moment
  expect(later.filter((orderId) => before.has(orderId))).toEqual([]);

  const ids = new Set<string>([...memory.keys()].filter((orderId) => !later.includes(orderId)));
  const stripe = await system.stripe();
  const wrong = async () => {
    const books = await operator.books(cycle.cycleId);
    const money = moneyChecks(books, await readStripeBooks(stripe, ids, new Date(cycle.opensAt)));
    const all = [...books.checks, ...money.filter(({ name }) => name !== 'no card is held any more')];
    return all.filter(({ holds }) => !holds);
  };
  let last = await wrong();
  for (let tries = 0; last.length > 0 && tries < 60; tries += 1) {
    await sleep(500); // payments that were under way in that moment are being asked for
    last = await wrong();
  }
  expect(last).toEqual([]);
  expect((await operator.stockBooks(cycle.cycleId)).balanced).toBe(true);
});

test('a damaged file changes nothing, and a restore that was interrupted is finished by the next', async () => {
  const dataDir = join(scratch, 'new');
  const damaged = join(scratch, 'damaged.tar.gz');
  const bytes = readFileSync(file);
  writeFileSync(damaged, bytes.subarray(0, bytes.length - 20_000));
  expect(done('restore', dataDir, damaged)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/cannot be unpacked|damaged/) as string,
  });
  expect(readdirSync(dataDir)).toEqual([]);

  writeFileSync(join(dataDir, '.restoring'), 'before-restore-then');
  const start = startProcess('services/start.ts', { DATA_DIR: dataDir, PORT: '0' }, ['--no-app']);
  await expect(start.said(/is ready/)).rejects.toThrow(/run npm run restore once more/);
  expect(done('restore', dataDir, file)).toMatchObject({ status: 0 });
  expect(existsSync(join(dataDir, '.restoring'))).toBe(false);
  expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['db', 'secrets.json', 'stripe']));
});
