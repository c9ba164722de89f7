import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { systemClock } from '#shared/kit/clock';
import { engineUri, watchEngineAt } from '../engine';
import { HttpLoad } from '../httpLoad';
import { bareSeconds, processorSeconds, type Product, untilIdle } from '../product';
import { atMost, bare, type Row } from '../report';
import { setUpShop, type Shop } from '../shop';
import { bareOrder, productOrder } from './orders';

/** The bare program and the engine that it writes to. */
export type Ceiling = { readonly origin: string; readonly engineUri: string };
type Plan = { readonly orders: number; readonly concurrency: number };

/** What it took until a moment of a cutoff: seconds that passed, and of processors, the program's and its engine's. */
type Took = { readonly seconds: number; readonly processorSeconds: number };
type Cutoff = { readonly frozen: Took; readonly captured: Took };

/** Long enough for whoever closes cycles to have heard of the cutoff before it comes. */
const aheadMs = 15_000;
const lookMs = 200;
const mostMs = 10 * 60_000;

/**
 * The cutoff of a cycle with so many paid orders: until its consolidation is frozen, and until every payment is captured, beside a bare
 * program that does the least writes for the same.
 */
export async function cutoff(product: Product, ceiling: Ceiling, plan: Plan): Promise<Row[]> {
  const shop = await setUpShop(product.origin, product.password, systemClock);
  const theirs = await bareCutoff(ceiling, shop, plan);
  const mine = await productCutoff(product, shop, plan);
  const rate = (took: number) => Math.round(plan.orders / took);
  const what = `cutoff of ${plan.orders.toLocaleString('en')} orders`;
  const rows = (['frozen', 'captured'] as const).flatMap((moment) => [
    bare(`${what}: ${moment}`, rate(mine[moment].seconds), rate(theirs[moment].seconds)),
    bare(
      `${what}: ${moment}, per second of processors`,
      rate(mine[moment].processorSeconds),
      rate(theirs[moment].processorSeconds),
    ),
  ]);
  const per10k = (took: number) => (took * 10_000) / plan.orders;
  return [...rows, atMost(`${what}: seconds until frozen, for each 10,000`, per10k(mine.frozen.seconds), 20)];
}

async function productCutoff(product: Product, shop: Shop, plan: Plan): Promise<Cutoff> {
  const uri = engineUri(product.dataDir);
  const engine = new mongo.MongoClient(uri, { maxPoolSize: 1 });
  const watch = watchEngineAt(uri);
  const load = new HttpLoad(product.origin, plan.concurrency);
  try {
    await times(plan, productOrder(load, shop, { spread: 'spread', paid: true }));
    await untilIdle(product.origin);
    // The public API moves no cutoff of a cycle that sells: as for the orders that others copy, the database is told.
    const cutoffAt = new Date(systemClock().getTime() + aheadMs);
    const cycles = engine.db('lintuan_catalog').collection<{ _id: string }>('cycles');
    await cycles.updateOne({ _id: shop.cycleId }, { $set: { cutoffAt } });
    await sleep(aheadMs);
    const spent = async () => (await watch.spent()).seconds + (await processorSeconds(product.origin));
    const took = await stopwatch(spent);
    await until(() => isFrozen(load, shop));
    const frozen = await took();
    const orders = engine.db('lintuan_orders').collection('orders');
    const open = { cycleId: shop.cycleId, 'payment.state': { $in: ['authorised', 'capturing'] } };
    await until(async () => (await orders.findOne(open, { projection: { _id: 1 } })) === null);
    return { frozen, captured: await took() };
  } finally {
    load.close();
    await watch.close();
    await engine.close();
  }
}

async function isFrozen(load: HttpLoad, { cityId, operators: [operator = ''] }: Shop): Promise<boolean> {
  const headers = { authorization: `Bearer ${operator}` };
  const reply = await load.send('GET', `/api/consolidations?cityId=${cityId}`, { headers, readBody: true });
  if (reply.status !== 200) throw new Error(`The consolidations answered ${reply.status}`);
  return (reply.body as { items: unknown[] }).items.length > 0;
}

async function bareCutoff(
  { origin, engineUri: bareEngine }: Ceiling,
  shop: Shop,
  plan: Plan,
): Promise<Cutoff> {
  const watch = watchEngineAt(bareEngine);
  const load = new HttpLoad(origin, plan.concurrency);
  try {
    await load.send('POST', '/cutoff/clear');
    await load.send('POST', '/stock', { body: { offerIds: shop.offerIds } });
    await times(plan, bareOrder(load, shop, { spread: 'spread', paid: true }));
    const spent = async () => (await watch.spent()).seconds + (await bareSeconds(load));
    const took = await stopwatch(spent);
    const step = async (path: string): Promise<Took> => {
      const { status } = await load.send('POST', path);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return took();
    };
    return { frozen: await step('/cutoff/freeze'), captured: await step('/cutoff/capture') };
  } finally {
    load.close();
    await watch.close();
  }
}

/** Does something so often, so much of it at once. */
async function times(
  { orders, concurrency }: Plan,
  operation: (turn: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let turn = next++; turn < orders; turn = next++) await operation(turn);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** Starts to count. @returns what it took so far */
async function stopwatch(processors: () => Promise<number>): Promise<() => Promise<Took>> {
  const begun = { at: performance.now(), processors: await processors() };
  return async () => ({
    seconds: (performance.now() - begun.at) / 1000,
    processorSeconds: (await processors()) - begun.processors,
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > mostMs) throw new Error('The cutoff did not come to its end');
    await sleep(lookMs);
  }
}
