import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moneyChecks } from '../scripts/demo/books/checks';
import { readStripeBooks } from '../scripts/demo/books/stripeBooks';
import { Courier } from '../scripts/demo/actors/courier';
import { Leader } from '../scripts/demo/actors/leader';
import { lists, Operator } from '../scripts/demo/actors/operator';
import { Shopper } from '../scripts/demo/actors/shopper';
import { allPages, each, waitFor } from '../scripts/demo/actors/waiting';
import { people } from '../scripts/demo/day/places';
import { type mongo } from 'mongoose';
import {
  type CycleId,
  type GroupOrderId,
  type MessageId,
  type OrderId,
  type PickupPointId,
} from '../shared/contracts/ids';
import { mongoIdempotencyStore } from '../shared/kit/http/mongoIdempotencyStore';
import { requestKey } from '../shared/kit/http/requestKey';
import { type AllInOne, startAllInOne } from './support/allInOne';
import { layEarlierData, readEarlierData } from './support/earlierData';

jest.setTimeout(180_000);

const release = 'data-2026-11-30';
/** Its people go on where they were. */
const stoppedAt = new Date('2026-11-30T11:00:00Z');
/** The cycle that had been closed, brought and half handed out when that release was stopped. */
const cycleId = 'cyc_20261129' as CycleId;
const pickupPointId = 'ppt_001' as PickupPointId;

type StoredCode = { _id: OrderId; digits: string; pickupPointId: string; status: string };
type StoredOrder = { _id: OrderId; status: string; cycleId: CycleId; amounts: { totalFen: number } };

const groupOrderId = 'gro_EW2QMP6FN5BY0ESV2SX8DE8G8V' as GroupOrderId;
const wrote = {
  key: 'sent-again-after-the-update',
  text: '今晚七点开始取货',
  messageId: 'msg_OfThatRelease' as MessageId,
};

/** A leader's message was answered, and the answer got lost on its way. */
async function rememberWritten(orders: mongo.Db): Promise<void> {
  const { key: given, text, messageId } = wrote;
  const accountId = 'acc_leader001';
  const { scoped = '', fingerprint } = requestKey({
    ...{ given, callerId: accountId, operation: 'orders.postGroupMessage', now: stoppedAt },
    content: { params: { groupOrderId }, query: {}, body: { text } },
  });
  const keys = mongoIdempotencyStore(orders.collection('request_keys'), () => new Date());
  await keys.begin(scoped, fingerprint);
  const posted = { messageId, groupOrderId, text, postedAt: stoppedAt.toISOString() };
  await keys.finish(scoped, { status: 201, body: posted });
}

let system: AllInOne;
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintuan-earlier-'));
  await layEarlierData(release, dataDir, (databaseOf) => rememberWritten(databaseOf('orders')));
  system = await startAllInOne({}, { dataDir, begins: stoppedAt });
});
afterAll(() => system.close());

const connection = () => ({ url: system.url, retries: 0, time: system.time });
const signedIn = async <P extends { signInWithPhone(phone: string, code: string): Promise<void> }>(
  person: P,
  phone: string,
): Promise<P> => {
  await person.signInWithPhone(phone, people.code);
  return person;
};

async function theOperator(): Promise<Operator> {
  const operator = new Operator(connection());
  await operator.signInWithPassword(people.operator.username, people.operator.password);
  return operator;
}

const stored = () =>
  readEarlierData<StoredOrder>(release, 'lintuan_orders', 'orders').filter(
    (order) => order.cycleId === cycleId,
  );

test('every order of an earlier release is read as it was written', async () => {
  const operator = await theOperator();
  const found = await allPages((cursor) =>
    operator.api.orders.searchOrders({
      query: { cycleId, limit: '100', ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
  const orders = await each(found, 8, ({ orderId }) => operator.look(orderId));
  const facts = orders.map(({ orderId, amounts }) => [orderId, amounts.total.amount]).sort();
  expect(facts).toEqual(
    stored()
      .map(({ _id, amounts }) => [_id, amounts.totalFen])
      .sort(),
  );
});

test('its books agree, with each other and with the payment provider', async () => {
  const operator = await theOperator();
  const ids = new Set<string>(stored().map(({ _id }) => _id));
  const stripe = await system.stripe();
  const wrong = async () => {
    const books = await operator.books(cycleId);
    const money = moneyChecks(books, await readStripeBooks(stripe, ids, new Date(0)));
    // Some orders of that evening wait to be weighed: their cards are held until then.
    return [...books.checks, ...money].filter(
      ({ holds, name }) => !holds && name !== 'no card is held any more',
    );
  };
  await waitFor('books that agree', async () => ((await wrong()).length === 0 ? true : undefined)).catch(
    async () => {
      expect(await wrong()).toEqual([]);
    },
  );
  expect((await operator.stockBooks(cycleId)).balanced).toBe(true);
  expect((await operator.trialBalance()).sum.amount).toBe(0);
});

test('each role goes on with what it had', async () => {
  const operator = await theOperator();
  const { items: consolidations } = await operator.api.orders.listConsolidations({
    query: { cityId: 'cit_hangzhou' },
  });
  const consolidationId = consolidations.find((one) => one.cycleId === cycleId)?.consolidationId;
  if (!consolidationId) throw new Error('the consolidation is gone');
  for (const list of lists) expect((await operator.csv(consolidationId, list)).length).toBeGreaterThan(0);

  const shopper = await signedIn(new Shopper(connection()), '13800000001');
  const own = await allPages((cursor) =>
    shopper.api.orders.listOwnOrders({ query: cursor === undefined ? {} : { cursor } }),
  );
  for (const { orderId } of own) expect((await shopper.look(orderId)).orderId).toBe(orderId);
  expect(own.length).toBeGreaterThan(0);

  const leader = await signedIn(new Leader(connection()), '13800000002');
  expect(await leader.groupOrder(pickupPointId, cycleId)).toBeDefined();
  for (const state of ['ready', 'overdue', 'redeemed'] as const)
    await leader.api.delivery.listHandOuts({ params: { pickupPointId }, query: { state } });

  const courier = await signedIn(new Courier(connection()), '13800000003');
  expect(await courier.route(consolidationId)).toBeDefined();
});

test('a write that was answered then is not done again', async () => {
  const leader = await signedIn(new Leader(connection()), '13800000002');
  const { key: idempotencyKey, text, messageId } = wrote;
  const params = { groupOrderId };
  const answer = await leader.api.orders.postGroupMessage({ params, body: { text }, idempotencyKey });
  expect(answer.messageId).toBe(messageId);
  const { items } = await leader.api.orders.listGroupMessages({ params, query: {} });
  expect(items.map((message) => message.text)).not.toContain(text);
});

test('a code that was made then still opens its order, also without a signal', async () => {
  const leader = await signedIn(new Leader(connection()), '13800000002');
  const ready = readEarlierData<StoredCode>(release, 'lintuan_delivery', 'pickup_codes').filter(
    (code) => code.pickupPointId === pickupPointId && code.status === 'ready',
  );
  const offline = await allPages((cursor) =>
    leader.api.delivery.getHandOutList({
      params: { pickupPointId },
      query: cursor === undefined ? {} : { cursor },
    }),
  );
  const listed = new Map(offline.map(({ orderId, codeHash }) => [orderId, codeHash]));
  expect(ready.length).toBeGreaterThan(0);
  for (const { _id } of ready) expect(listed.get(_id)?.length).toBeGreaterThan(0);
  const [first] = ready;
  if (!first) throw new Error('nobody has a code');
  expect((await leader.redeem(pickupPointId, first.digits)).orderId).toBe(first._id);
});
