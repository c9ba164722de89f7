import { operator } from '../../tests/support/orders/afterCutoff';
import { aPicture, claiming } from '../../tests/support/orders/claiming';
import { fen, shopping } from '../../tests/support/orders/shopping';
import { ordersWorld, type OrdersWorld, until } from '../../tests/support/orders/world';

let world: OrdersWorld;
const { order, settled, reaches } = shopping(() => world);
const { collected, terms, upload, photo, open, decide, appeal, write, toDecide, caseOf } = claiming(
  () => world,
);
const shoppers = ['acc_a', 'acc_b', 'acc_c', 'acc_d', 'acc_e', 'acc_f', 'acc_g', 'acc_h'];
/** One order of two boxes, 19.80, for each of the shoppers; each test has its own. */
let orders: string[];
const [a, b, c, d, e, f, g, h] = shoppers.map((_, at) => () => orders[at]!) as [
  () => string,
  () => string,
  () => string,
  () => string,
  () => string,
  () => string,
  () => string,
  () => string,
];

beforeAll(async () => {
  world = await ordersWorld();
  await world.app.start();
  await world.listenToStripe();
  orders = await collected(shoppers);
});
afterAll(() => world.close());

test('a small claim is paid at once, the supplier bears it, and its shopper follows it', async () => {
  const said = (await terms(a(), 'acc_a')).body;
  expect(said.lines).toMatchObject([{ base: fen(1980), left: fen(1980), atOnceUpTo: fen(2000) }]);
  const key = world.newKey();
  const wish = { photoIds: [await photo(a(), 'acc_a')], share: { kind: 'units', units: 1 } };
  const first = await open(a(), 'acc_a', wish, key);
  expect([first.status, first.body.status, first.body.granted]).toEqual([201, 'granted', fen(990)]);
  expect(first.body.decisions).toMatchObject([{ outcome: 'granted', atOnce: true }]);
  // Sent again it is the same claim; the same key for another wish is a mistake.
  expect((await open(a(), 'acc_a', wish, key)).body.claimId).toBe(first.body.claimId);
  expect((await open(a(), 'acc_a', { ...wish, cause: 'wrong' }, key)).body.code).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
  const { refunds } = await settled(a());
  expect(refunds).toMatchObject([
    { reason: 'claim', amount: fen(990), charges: [{ payer: 'supplier', because: 'claim' }] },
  ]);
  const { refunds: own } = (await world.send('get', `/orders/${a()}`, 'acc_a')).body as { refunds: object[] };
  expect(Object.keys(own[0]!)).not.toContain('charges');
  await until(() => world.eventsOf(a()).includes('orders.claim_decided.v1'));
  expect(world.eventsOf(a()).filter((type) => type.includes('claim'))).toEqual([
    'orders.claim_opened.v1',
    'orders.claim_decided.v1',
  ]);
});

test('what cannot be claimed is refused with what to do, and changes nothing', async () => {
  const before = await world.stored(b());
  const photoIds = [await photo(b(), 'acc_b')];
  const others = [await photo(c(), 'acc_c')];
  const codes = async (...asked: Parameters<typeof open>) => (await open(...asked)).body.code;
  expect(await codes(b(), 'acc_a', { photoIds })).toBe('NOT_FOUND');
  expect(await codes(b(), 'acc_leader002:leader', { photoIds })).toBe('NOT_FOUND');
  expect(await codes(b(), 'acc_b', {})).toBe('CLAIM_PHOTO_MISSING');
  expect(await codes(b(), 'acc_b', { photoIds: others })).toBe('CLAIM_PHOTO_UNKNOWN');
  expect(await codes(b(), 'acc_b', { photoIds: ['pho_nobody'] })).toBe('CLAIM_PHOTO_UNKNOWN');
  expect(await codes(b(), 'acc_b', { photoIds, share: { kind: 'units', units: 3 } })).toBe('CLAIM_TOO_MUCH');
  expect(await codes(b(), 'acc_b', { photoIds, lineId: 'l9' })).toBe('NOT_FOUND');
  expect(await world.stored(b())).toMatchObject({ version: before?.['version'], refunds: [] });
  expect((await upload(b(), 'acc_a', { picture: await aPicture(900), query: 'source=camera' })).status).toBe(
    404,
  );
});

test('a claim waits with the reason why, is asked about, answered, decided in part, appealed once and decided', async () => {
  const { body: file } = await upload(c(), 'acc_c', { picture: await aPicture(901), query: 'source=file' });
  const { body: claim } = await open(c(), 'acc_c', { photoIds: [file.photoId] });
  expect([claim.status, claim.asked, claim.granted]).toEqual(['open', fen(990), fen(0)]);
  expect(await toDecide()).toMatchObject([
    { claim: { claimId: claim.claimId }, review: ['photo_from_file'] },
  ]);
  expect((await open(c(), 'acc_c', { photoIds: [file.photoId] })).body.code).toBe('CLAIM_EXISTS');
  expect((await open(c(), 'acc_c', { cause: 'wrong', photoIds: [file.photoId] })).body.code).toBe(
    'CLAIM_PHOTO_USED',
  );
  await write(claim, 'questions', operator);
  const { body: answered } = await write(claim, 'answers', 'acc_c', {
    text: '在这里',
    photoIds: [await photo(c(), 'acc_c')],
  });
  expect(answered.messages.map(({ from }) => from)).toEqual(['staff', 'claimant']);
  expect((await write(claim, 'answers', 'acc_d')).body.code).toBe('NOT_FOUND');
  expect((await caseOf(claim)).proposed).toMatchObject({ payer: 'supplier' });
  expect((await decide(claim, 991)).body.code).toBe('CLAIM_TOO_MUCH');
  expect((await decide(claim, 400, { payer: 'courier' })).body.code).toBe('PAYER_NOT_NAMED');
  const key = world.newKey();
  const { body: partly } = await decide(claim, 400, { payer: 'platform', key });
  expect([partly.status, partly.granted, partly.actions]).toEqual(['partly_granted', fen(400), ['appeal']]);
  expect((await decide(claim, 400, { payer: 'platform', key })).body).toEqual(partly);
  expect((await decide(claim, 500, { payer: 'platform', key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await decide(claim, 990)).body.code).toBe('CLAIM_ALREADY_DECIDED');
  expect((await appeal(claim, 'acc_c')).body.status).toBe('appealed');
  expect((await decide(claim, 300)).body.code).toBe('CLAIM_LESS_THAN_PAID');
  const { body: ended } = await decide(claim, 900, { payer: 'supplier' });
  expect([ended.status, ended.granted, ended.actions]).toEqual(['decided', fen(900), []]);
  expect((await appeal(claim, 'acc_c')).body.code).toBe('CLAIM_NO_APPEAL');
  const { refunds } = await order(c());
  expect(refunds.map(({ amount, charges }) => [amount, charges?.at(-1)?.payer])).toEqual([
    [fen(400), 'supplier'],
    [fen(500), 'supplier'],
  ]);
});

test('of two who decide at once, one is refused, and it is paid once', async () => {
  const { body: claim } = await open(d(), 'acc_d', { cause: 'missing' });
  expect(claim.status).toBe('open');
  const answers = await Promise.all([decide(claim, 990), decide(claim, 500)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('CLAIM_ALREADY_DECIDED');
  expect((await order(d())).refunds).toHaveLength(1);
});

test('what is refunded meanwhile is not claimed, and not granted, again', async () => {
  const { body: claim } = await open(e(), 'acc_e', {
    cause: 'missing',
    share: { kind: 'percent', percent: 100 },
  });
  expect(claim.asked).toEqual(fen(1980));
  const refund = { lines: [{ lineId: 'l1', amount: fen(1980) }], reason: 'goodwill', goods: 'come' };
  await world.send('post', `/orders/${e()}/refunds`, operator, { body: refund, key: world.newKey() });
  expect((await decide(claim, 1)).body.code).toBe('CLAIM_TOO_MUCH');
  expect((await decide(claim, 0)).body.status).toBe('declined');
  expect((await open(e(), 'acc_e', { cause: 'wrong', photoIds: [] })).body.code).toBe('CLAIM_NOTHING_LEFT');
});

test('a photo that looks almost like another one goes to a person, who sees both', async () => {
  const picture = await aPicture(902);
  await open(f(), 'acc_f', { photoIds: [await photo(f(), 'acc_f', picture)] });
  const { body: copy } = await open(g(), 'acc_g', { photoIds: [await photo(g(), 'acc_g', picture)] });
  expect(copy.status).toBe('open');
  const { review, nearDuplicates } = await caseOf(copy);
  expect(review).toContain('near_duplicate');
  expect(nearDuplicates).toMatchObject([{ orderId: f(), accountId: 'acc_f' }]);
  const shown = await world.send('get', nearDuplicates[0]!.url.replace('/api', ''), operator);
  expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/webp']);
  expect((await world.send('get', nearDuplicates[0]!.url.replace('/api', ''), 'acc_g')).status).toBe(404);
});

test('the leader claims for a neighbour; an order with an open claim does not close, and closes once it is decided', async () => {
  const leader = 'acc_leader001:leader';
  const { body: claim } = await open(h(), leader, { photoIds: [await photo(h(), leader)] });
  expect([claim.status, claim.byLeader]).toEqual(['open', true]);
  const waits = (await toDecide()).find((one) => one.claim.claimId === claim.claimId);
  expect(waits?.review).toContain('for_neighbour');
  const mine = (await world.send('get', '/claims/mine', 'acc_h')).body.items;
  expect(mine).toMatchObject([{ claimId: claim.claimId }]);
  const line = () => {
    const told = world.events.filter(({ key, type }) => key === h() && type === 'orders.money_changed.v1');
    return (told.at(-1)?.data as { lines: { claim?: object }[] } | undefined)?.lines[0]?.claim;
  };
  await until(() => line() !== undefined);
  expect(Object.keys(line()!)).toEqual(['openedAt']);
  // Long after every window and every appeal.
  world.pass(20 * 24 * 60);
  await reaches(b(), 'closed');
  expect((await open(b(), 'acc_b', { cause: 'missing' })).body.code).toBe('CLAIM_WINDOW_OVER');
  expect((await open(h(), 'acc_h', { cause: 'missing' })).body.code).toBe('CLAIM_WINDOW_OVER');
  expect((await order(h())).status).toBe('collected');
  expect((await decide(claim, 990, { payer: 'leader' })).body.status).toBe('granted');
  await reaches(h(), 'closed');
  expect(line()!).toHaveProperty('decidedAt');
  const { refunds } = await order(h());
  expect(refunds).toMatchObject([{ charges: [{ payer: 'leader', accountId: 'acc_leader001' }] }]);
});
