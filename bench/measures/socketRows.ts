import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { watchEngine } from '../engine';
import { type Following } from '../followers';
import { type HttpLoad } from '../httpLoad';
import { bareSeconds, processorSeconds } from '../product';
import { atMost, bare as bareRow, type Row } from '../report';
import { type Shop } from '../shop';
import { expectStatus, placeAndPay, placeOne } from './orders';
import { reconnect } from './reconnect';
import { fanOut } from './sockets';

type Sides = {
  readonly origins: { readonly product: string; readonly bare: string };
  readonly product: HttpLoad;
  readonly bare: HttpLoad;
  readonly shop: Shop;
  /** Of the product, to look at its engine. */
  readonly dataDir: string;
  readonly clients: number;
};

const messages = 100;
const mostProcessorMs = 2;

/** What connected phones cost: messages with the orders that they tell of and without, and everybody coming back at once. */
export async function socketRows(sides: Sides): Promise<Row[]> {
  const orders = await ordersOfAll(sides);
  return [
    await deliveriesWithOrders(sides),
    await deliveriesAlone(sides, orders),
    ...(await comingBack(sides, orders)),
  ];
}

type Placed = { readonly orderId: string; readonly groupOrderId: string; readonly token: string };

/** An order of each shopper, all at the first pickup point. */
async function ordersOfAll({ product, shop }: Sides): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const [turn, token] of shop.shoppers.entries())
    placed.push({ token, ...(await placeOne(product, shop, turn)) });
  return placed;
}

async function deliveriesWithOrders({ origins, product, bare, shop, clients }: Sides): Promise<Row> {
  const pickupPointId = shop.pickupPointIds[0];
  const name = 'neighbour_ordered';
  const plan = {
    ...{ clients, messages, message: name },
    following: { topics: [{ kind: 'neighbourhood', pickupPointId }] },
  };
  const mine = await fanOut(origins.product, {
    ...plan,
    shout: (count) => placeAndPay(product, shop, count),
  });
  const message = {
    ...{ pickupPointId, initial: '王', title: { zh: 'Product 1', en: 'Product 1' }, quantity: 1 },
    at: '2026-03-01T08:00:00.000Z',
  };
  const theirs = await fanOut(origins.bare, { ...plan, shout: shouting(bare, name, message) });
  return bareRow(
    `socket deliveries to ${clients} clients (ours with the orders)`,
    mine.deliveriesPerSecond,
    theirs.deliveriesPerSecond,
  );
}

/** What is written to a group: one small write for a message to everybody. */
async function deliveriesAlone(
  { origins, product, bare, shop, clients }: Sides,
  [order]: readonly Placed[],
): Promise<Row> {
  if (!order) throw new Error('Nobody has ordered');
  const { orderId, groupOrderId, token } = order;
  const name = 'group_message';
  const text = 'The courier is on the way';
  const plan = {
    ...{ clients, messages, message: name },
    following: { token, topics: [{ kind: 'order', orderId }] },
  };
  const write = async (_: unknown, at: number) => {
    const operator = shop.operators[at % shop.operators.length] ?? '';
    const headers = { authorization: `Bearer ${operator}`, 'idempotency-key': randomUUID() };
    const path = `/api/group-orders/${groupOrderId}/messages`;
    expectStatus(201, await product.send('POST', path, { headers, body: { text }, readBody: true }));
  };
  const mine = await fanOut(origins.product, {
    ...plan,
    shout: async (count) => {
      await Promise.all(Array.from({ length: count }, write));
    },
  });
  const message = {
    ...{ messageId: 'msg_1', groupOrderId, pickupPointId: shop.pickupPointIds[0], text },
    postedAt: '2026-03-01T08:00:00.000Z',
  };
  const theirs = await fanOut(origins.bare, { ...plan, shout: shouting(bare, name, message) });
  return bareRow(
    `socket deliveries to ${clients} clients (without orders)`,
    mine.deliveriesPerSecond,
    theirs.deliveriesPerSecond,
    0.8,
  );
}

const shouting = (bare: HttpLoad, name: string, message: object) => async (count: number) => {
  await bare.send('POST', '/shout', { body: { count, name, message } });
};

/** Everybody follows an own order and the neighbourhood, as phones do. */
async function comingBack(
  { origins, bare, shop, dataDir, clients }: Sides,
  orders: readonly Placed[],
): Promise<Row[]> {
  const neighbourhood = { kind: 'neighbourhood', pickupPointId: shop.pickupPointIds[0] };
  const phones = Array.from({ length: clients }, (_, at): Following => {
    const { orderId, token } = orders[at % orders.length] ?? {};
    return { token, topics: [{ kind: 'order', orderId }, neighbourhood] };
  });
  await bare.send('POST', '/snapshot', { body: await snapshotOf(origins.product, neighbourhood) });
  const engine = watchEngine(dataDir);
  try {
    const mine = await reconnect(
      origins.product,
      phones,
      async () => (await processorSeconds(origins.product)) + (await engine.spent()).seconds,
    );
    const theirs = await reconnect(origins.bare, phones, () => bareSeconds(bare));
    const name = `reconnect: ${clients} clients that follow two topics`;
    return [
      bareRow(name, mine.clientsPerSecond, theirs.clientsPerSecond),
      atMost('  ms of processor and engine per client', mine.processorMs, mostProcessorMs),
      atMost('  the same of the bare program', theirs.processorMs, mostProcessorMs),
    ];
  } finally {
    await engine.close();
  }
}

/** What the product answers to who follows: the bare program answers the same. */
async function snapshotOf(origin: string, topic: object): Promise<unknown> {
  const client = io(origin, { path: '/realtime', transports: ['websocket'] });
  try {
    return ((await client.timeout(10_000).emitWithAck('follow', topic)) as { snapshot: unknown }).snapshot;
  } finally {
    client.disconnect();
  }
}
