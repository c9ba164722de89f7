import { join } from 'node:path';
import { type mongo } from 'mongoose';
import { systemClock } from '#shared/kit/clock';
import { createLog } from '#shared/kit/log/log';
import { newId } from '#shared/kit/ids';
import { connectMongo } from '#shared/kit/mongo/connect';
import { runningEngine } from '#shared/kit/mongo/engineOwner';
import { inTurns, type Operation } from '../closedLoop';
import { HttpLoad } from '../httpLoad';
import { type Product, untilIdle } from '../product';
import { bare, type Row } from '../report';
import { setUpShop, type Shop } from '../shop';
import { bareOrder, placeAndPay, productOrder } from './orders';

type Loads = { readonly product: HttpLoad; readonly bare: HttpLoad };
type Effort = { readonly concurrency: number; readonly seconds: number };

/** What a shopper does again and again: looks at the own orders of a state, opens one, and orders. */
function visit({ product }: Loads, shop: Shop): Operation {
  const place = productOrder(product, shop, { spread: 'spread', paid: false });
  const read = async (path: string, authorization: string) => {
    const reply = await product.send('GET', path, { headers: { authorization }, readBody: true });
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    return reply.body;
  };
  return async (turn) => {
    const authorization = `Bearer ${shop.shoppers[turn % shop.shoppers.length] ?? ''}`;
    const list = await read('/api/orders?limit=20&status=awaiting_payment,paid', authorization);
    const [first] = (list as { items: { orderId: string }[] }).items;
    if (first) await read(`/api/orders/${first.orderId}`, authorization);
    await place(turn);
  };
}

/** As many requests to the bare program. */
function bareVisit({ bare: load }: Loads, shop: Shop): Operation {
  const place = bareOrder(load, shop, { spread: 'spread', paid: false });
  return async (turn) => {
    for (let reads = 0; reads < 2; reads += 1) {
      const { status } = await load.send('GET', '/offers');
      if (status !== 200) throw new Error(`The list answered ${status}`);
    }
    await place(turn);
  };
}

const few = 1_000;
const many = 100_000;

/**
 * The pace of a shopper's visits with 100,000 orders stored beside that with 1,000. Both are measured by turns with the bare program,
 * whose pace takes out what the machine did meanwhile.
 */
export async function growth(young: Product, bareOrigin: string, effort: Effort): Promise<Row> {
  const shop = await setUpShop(young.origin, young.password, systemClock);
  const loads = {
    product: new HttpLoad(young.origin, effort.concurrency),
    bare: new HttpLoad(bareOrigin, effort.concurrency),
  };
  try {
    await loads.bare.send('POST', '/stock', { body: { offerIds: shop.offerIds } });
    const measured = () => inTurns(effort, visit(loads, shop), bareVisit(loads, shop));
    await placeAndPay(loads.product, shop, few);
    await untilIdle(young.origin);
    const before = await measured();
    await growOrders(young.dataDir, many);
    await untilIdle(young.origin);
    const after = await measured();
    const alike = after.mine.perSecond * (before.theirs.perSecond / after.theirs.perSecond);
    return {
      ...bare(
        `visits of shoppers, ${many.toLocaleString('en')} orders stored beside ${few.toLocaleString('en')} (both Lintuan)`,
        Math.round(alike),
        before.mine.perSecond,
        0.83,
      ),
      p50: after.mine.p50,
      p99: after.mine.p99,
    };
  } finally {
    loads.product.close();
    loads.bare.close();
  }
}

/**
 * Copies stored orders, as they are but for their ids and their cycle, until there are `wanted`: as if the shop had been open for long.
 * They belong to the same shoppers, so that every list grows with them.
 */
async function growOrders(dataDir: string, wanted: number): Promise<void> {
  const uri = runningEngine(join(dataDir, 'db'));
  if (uri === undefined) throw new Error(`No engine runs on ${dataDir}`);
  const log = createLog({ service: 'bench', level: 'error' });
  const connection = await connectMongo({ uri, dbName: 'lintuan_orders', log });
  try {
    const orders = connection
      .getClient()
      .db(connection.name)
      .collection<{ _id: string } & mongo.Document>('orders');
    const samples = await orders
      .find({ status: { $in: ['paid', 'expired', 'cancelled'] } })
      .limit(1_000)
      .toArray();
    if (samples.length === 0) throw new Error('No order can be copied');
    let stored = await orders.estimatedDocumentCount();
    for (let round = 0; stored < wanted; round += 1) {
      const copies = samples.slice(0, wanted - stored).map((sample) => copyOf(sample, round));
      await orders.insertMany(copies, { ordered: false });
      stored += copies.length;
    }
  } finally {
    await connection.close();
  }
}

const dayMs = 86_400_000;

/** The same order of an earlier cycle, with nothing left to do. */
function copyOf(sample: { _id: string } & mongo.Document, round: number) {
  const { outbox: _outbox, attendAt: _attendAt, unsettled: _unsettled, ...rest } = sample;
  const placedAt = new Date((sample['placedAt'] as Date).getTime() - (round + 1) * dayMs);
  return { ...rest, _id: newId('ord', placedAt), cycleId: `cyc_grown${round}`, status: 'closed', placedAt };
}
