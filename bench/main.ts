/** `npm run bench`: how fast the product is, beside a bare program that does the least the job needs, in one run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#shared/kit/clock';
import { createLog } from '#shared/kit/log/log';
import { startEmbeddedEngine } from '#shared/kit/mongo/embeddedEngine';
import { type Child, startChild } from './childProcess';
import { inTurns } from './closedLoop';
import { inherited, readBenchConfig } from './config';
import { HttpLoad } from './httpLoad';
import { cutoff } from './measures/cutoff';
import { growth } from './measures/growth';
import { idle } from './measures/idle';
import { offerLists } from './measures/lists';
import { bareOrder, type OrderLoad, productOrder } from './measures/orders';
import { socketRows } from './measures/socketRows';
import { residentMegabytes, startProduct, untilIdle } from './product';
import { bare as bareRow, type Row, rowOf, table } from './report';
import { setUpShop, type Shop } from './shop';

const config = readBenchConfig();
const connections = 64;
/** What is wanted of placing orders: of many offers, and where all want the same. */
const wanted = { spread: 0.7, hot: 0.5 } as const;
const say = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lintuan-bench-'));
  const engine = await startEmbeddedEngine({
    dataDir: join(folder, 'bare'),
    log: createLog({ service: 'bench', level: 'error' }),
  });
  const children: Pick<Child, 'stop'>[] = [];
  try {
    say('Starting the product and the bare program …');
    const product = await startProduct(join(folder, 'product'));
    children.push(product);
    const ceiling = await startChild('bench/ceiling/main.ts', {
      args: [engine.uri],
      environment: inherited(),
      ready: /^ready (\d+)/,
    });
    children.push(ceiling);
    say('Setting up a shop through the public API …');
    const shop = await setUpShop(product.origin, product.password, systemClock);
    const origins = { product: product.origin, bare: `http://127.0.0.1:${ceiling.ready[1] ?? ''}` };
    const rows = await measure(origins, shop, product.dataDir);
    const megabytes = await residentMegabytes(product.origin);
    await product.stop();
    say('  a shop that has been open for long …');
    const young = await startProduct(join(folder, 'young'));
    children.push(young);
    rows.push(await growth(young, origins.bare, { concurrency: 16, seconds: config.seconds }));
    await young.stop();
    say(`  the cutoff of ${config.cutoffOrders} orders …`);
    const closing = await startProduct(join(folder, 'closing'));
    children.push(closing);
    const bareProgram = { origin: origins.bare, engineUri: engine.uri };
    rows.push(
      ...(await cutoff(closing, bareProgram, { orders: config.cutoffOrders, concurrency: connections })),
    );
    for (const child of children.splice(0)) await child.stop();
    say('  a product with demo data that nobody asks anything of …');
    rows.push(...(await idle(join(folder, 'idle'))));
    say(
      `\n${cpus().length} processors, Node ${process.version}, ${config.seconds} s each\n\n${table(rows)}\n`,
    );
    say(`Memory of the product's process afterwards: ${megabytes} MB`);
    if (config.json)
      process.stdout.write(
        `${JSON.stringify({ node: process.version, processors: cpus().length, rows, megabytes })}\n`,
      );
  } finally {
    for (const child of children) await child.stop();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  origins: { product: string; bare: string },
  shop: Shop,
  dataDir: string,
): Promise<Row[]> {
  const product = new HttpLoad(origins.product, connections);
  const bare = new HttpLoad(origins.bare, connections);
  const { seconds } = config;
  const rows: Row[] = [];
  await bare.send('POST', '/stock', { body: { offerIds: [...shop.offerIds, shop.hotOfferId] } });

  const compare = async (what: string, concurrency: number, load: OrderLoad) => {
    const name = `${what}, ${concurrency} at once`;
    say(`  ${name} …`);
    const paces = await inTurns(
      { concurrency, seconds },
      productOrder(product, shop, load),
      bareOrder(bare, shop, load),
    );
    rows.push(rowOf(name, paces.mine, paces.theirs, wanted[load.spread]));
    return paces.mine;
  };
  for (const paid of [false, true]) {
    const what = paid ? 'placed and paid' : 'placed';
    for (const concurrency of [1, 16])
      await compare(`orders ${what}, 400 offers`, concurrency, { spread: 'spread', paid });
    const spread = await compare(`orders ${what}, 400 offers`, 64, { spread: 'spread', paid });
    const hotLoad = { spread: 'hot', paid } as const;
    const hot = await compare(`orders ${what}, one hot offer`, 64, hotLoad);
    if (!paid)
      rows.push(bareRow('  one hot offer beside 400 (both Lintuan)', hot.perSecond, spread.perSecond, 1));
  }

  say('  waiting until the paid orders are worked off …');
  await untilIdle(origins.product);
  say('  offer lists …');
  const lists = await offerLists(product, bare, { shop, seconds, concurrency: 64 });
  rows.push(rowOf(`lists of 20 offers (${lists.bytes} bytes), 64 at once`, lists.product, lists.bare, 0.5));

  say('  sockets …');
  rows.push(...(await socketRows({ origins, product, bare, shop, dataDir, clients: config.socketClients })));
  product.close();
  bare.close();
  return rows;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
