import { leaderAccount } from './domain/ledger/account';
import { anId } from '../../tests/support/anId';
import { readPdf } from '../../tests/support/readPdf';
import { type DocumentWorld, documentWorld } from '../../tests/support/settlement/documentWorld';

let world: DocumentWorld;
beforeAll(async () => {
  world = await documentWorld();
});
afterAll(() => world.app.close());
beforeEach(() => {
  world.comesTo('2026-11-30T02:00:00.000Z');
});

const statement = (month: string, leader = 'leader1') =>
  world.post('/documents/leader-statements', { month }, leader);
const csvOf = async (number: string, reader: string, language = 'en') =>
  (await world.get(`/documents/${number}/file?format=csv&language=${language}`, reader)).text;

describe("a leader's month", () => {
  beforeAll(async () => {
    await world.earns('leader1', 500, '2026-09-30');
    await world.earns('leader1', 120, '2026-10-01');
    await world.earns('leader1', -20, '2026-10-15');
    await world.earns('leader2', 777, '2026-10-15');
    await world.isPaid('leader1', 400, '2026-10-31');
    await world.earns('leader1', 60, '2026-11-01');
  });

  test('tells each line, and balances that are those of the ledger', async () => {
    const { status, body } = await statement('2026-10');
    expect([status, body.kind, body.period, body.total.amount]).toEqual([
      200,
      'leader_statement',
      '2026-10',
      -300,
    ]);
    const csv = await csvOf(body.number as string, 'leader1');
    for (const line of ['Balance before,5', 'Balance after,2', '2026-10-01,Fresh milk,ord_2,12,10%,1.2'])
      expect(csv.replace(/['"]/g, '')).toContain(line);
    expect(csv).toContain('Paid out,-4');
    expect(csv).not.toContain('7.77');
    expect(await world.ledger.balance(leaderAccount(anId('acc_leader1')))).toBe(260);
  });

  test('asked twice, it is the same; of another leader, another one', async () => {
    const [one, again] = [await statement('2026-10'), await statement('2026-10')];
    expect(again.body).toEqual(one.body);
    expect((await statement('2026-10', 'leader2')).body.number).not.toBe(one.body.number);
  });

  test('the next month begins where it ended', async () => {
    world.comesTo('2026-12-01T02:00:00.000Z');
    const { body } = await statement('2026-11');
    expect(await csvOf(body.number as string, 'leader1')).toMatch(/Balance before,2\r\n.*Balance after,2.6/s);
  });

  test('what comes late corrects it by another document, and the first stays as it was', async () => {
    const first = (await statement('2026-08', 'leader3')).body;
    const before = await csvOf(first.number as string, 'leader3');
    await world.earns('leader3', 33, '2026-08-31');
    const corrected = (await statement('2026-08', 'leader3')).body;
    expect([corrected.corrects, corrected.total.amount]).toEqual([first.number, 33]);
    expect(await csvOf(first.number as string, 'leader3')).toBe(before);
    expect((await statement('2026-08', 'leader3')).body).toEqual(corrected);
  });

  test.each(['2026-11', '2026-12', '2027-01'])('of %s is refused, since that is not over', async (month) => {
    const { status, body } = await statement(month);
    expect([status, body.code]).toEqual([409, 'PERIOD_NOT_OVER']);
  });

  test.each(['2026-13', '2026-1', '1999-10', '2026-Q4', ''])(
    'of %j is refused: it is no month',
    async (month) => {
      const { status, body } = await statement(month);
      expect([status, body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    },
  );
});

describe('a receipt', () => {
  const receipt = (orderId: string, reader = 'shopper1') =>
    world.post('/documents/receipts', { orderId }, reader);
  type Issued = {
    documents: { number: string; kind: string; corrects?: string; total: { amount: number } }[];
  };

  test('tells what was taken, with its tax by rate; refunds are credit notes that name it, and it never changes', async () => {
    await world.isPaidFor('shopper1', 'ord_p1');
    const [first] = ((await receipt('ord_p1')).body as Issued).documents;
    const before = (await csvOf(first!.number, 'shopper1')).replace(/['"]/g, '');
    for (const line of [
      'Paid on,2026-11-29',
      'Exempt,5,0,5',
      '6%,5,0.3,5.3',
      '9%,10,0.9,10.9',
      'Total,20,1.2,21.2',
    ])
      expect(before).toContain(line);

    await world.isPaidFor('shopper1', 'ord_p1', 90, 1_000);
    const { documents } = (await receipt('ord_p1')).body as Issued;
    expect(documents.map(({ kind, total, corrects }) => [kind, total.amount, corrects])).toEqual([
      ['receipt', 2_120, undefined],
      ['credit_note', -90, first!.number],
      ['credit_note', -1_000, first!.number],
    ]);
    expect((await csvOf(first!.number, 'shopper1')).replace(/['"]/g, '')).toBe(before);
    expect((await receipt('ord_p1')).body).toEqual({ documents });
    const notes = await Promise.all(documents.slice(1).map(({ number }) => csvOf(number, 'shopper1')));
    const taxes = notes.map((csv) => Number(/Total,,,(-[\d.]+),/.exec(csv)![1]));
    expect(Math.round((taxes[0]! + taxes[1]!) * 100)).toBe(-90);
  });

  test('asked for by several at once, there is one, and operators get the same', async () => {
    await world.isPaidFor('shopper1', 'ord_p2', 100);
    const asked = await Promise.all([1, 2, 3, 4].map(() => receipt('ord_p2')));
    for (const { body } of asked) expect(body).toEqual(asked[0]!.body);
    expect((await receipt('ord_p2', 'operator')).body).toEqual(asked[0]!.body);
  });

  test('is a PDF of less than 100 KB', async () => {
    await world.isPaidFor('shopper1', 'ord_p3');
    const [first] = ((await receipt('ord_p3')).body as Issued).documents;
    const { body } = await world.file(`/documents/${first!.number}/file`, 'shopper1');
    expect((body as Buffer).length).toBeLessThan(100 * 1024);
    expect((await readPdf(body as Buffer)).pages.join()).toContain('¥21.20');
  });

  test.each([
    ["somebody else's order", 'ord_p1', 'shopper2'],
    ['an order of which nothing was taken', 'ord_unknown', 'shopper1'],
  ])('of %s there is none', async (_, orderId, reader) => {
    const { status, body } = await receipt(orderId, reader);
    expect([status, body.code]).toEqual([404, 'NO_RECEIPT_YET']);
  });
});

describe('a document', () => {
  test('is a PDF in both languages, a workbook, and a table', async () => {
    const { number } = (await statement('2026-10')).body as { number: string };
    const pdf = await world.file(`/documents/${number}/file`, 'leader1');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const chinese = (await readPdf(pdf.body as Buffer)).pages.join();
    for (const text of [
      '团长对账单 2026-10',
      number,
      '期初余额',
      '¥5.00',
      '鲜牛奶',
      '−¥4.00',
      '第 1 页 / 共 1 页',
    ])
      expect(chinese).toContain(text);
    const english = await world.file(`/documents/${number}/file?language=en`, 'leader1');
    expect((await readPdf(english.body as Buffer)).pages.join()).toContain('Page 1 of 1');
    const workbook = await world.file(`/documents/${number}/file?format=xlsx`, 'leader1');
    expect((workbook.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    expect(workbook.headers['content-disposition']).toBe(`attachment; filename="${number}.xlsx"`);
  });

  test('is read by whom it was issued to and by operators, and is not there for others', async () => {
    const { number } = (await statement('2026-10')).body as { number: string };
    const read = async (reader: string) =>
      (await world.get(`/documents/${number}/file?format=csv`, reader)).status;
    expect([await read('leader1'), await read('operator')]).toEqual([200, 200]);
    expect([await read('leader2'), await read('shopper1')]).toEqual([404, 404]);
    expect((await world.get('/documents/L2026-999999/file', 'operator')).status).toBe(404);
  });

  test('is listed for its reader, and all of them for operators', async () => {
    const { number } = (await statement('2026-10')).body as { number: string };
    const listed = async (path: string, reader: string) =>
      ((await world.get(path, reader)).body.items as { number: string }[]).map((one) => one.number);
    expect(await listed('/documents/mine?kind=leader_statement', 'leader1')).toContain(number);
    expect(await listed('/documents/mine', 'leader2')).not.toContain(number);
    expect(await listed('/documents?kind=leader_statement', 'operator')).toContain(number);
    expect((await world.get('/documents', 'leader1')).status).toBe(403);
  });
});

test("the merchant's month is what the accounts of the ledger moved by, with the tax of each rate", async () => {
  await world.posts('capture:ord_a', 'capture', '2026-07-03', {
    'provider:stripe': -1_590,
    ...{ 'platform:revenue': 1_000, 'platform:delivery_fees': 472, 'tax:900': 90, 'tax:600': 28 },
  });
  await world.posts('fees:stripe/2026-07-03', 'provider_fee', '2026-07-03', {
    ...{ 'provider:stripe': 20, 'platform:provider_fees': -20 },
  });
  await world.posts('capture:ord_b', 'capture', '2026-08-01', {
    ...{ 'provider:stripe': -1, 'platform:revenue': 1 },
  });
  const { status, body } = await world.post(
    '/documents/revenue-statements',
    { month: '2026-07' },
    'operator',
  );
  expect([status, body.total.amount]).toEqual([200, 1_452]);
  const csv = (await csvOf(body.number as string, 'operator')).replace(/['"]/g, '');
  for (const line of ['net of tax and refunds,10', 'providers’ fees,-0.2', '6%,0.28', '9%,0.9', 'Total,1.18'])
    expect(csv).toContain(line);
  const early = await world.post('/documents/revenue-statements', { month: '2026-11' }, 'operator');
  expect([early.status, early.body.code]).toEqual([409, 'PERIOD_NOT_OVER']);
  const leader = await world.post('/documents/revenue-statements', { month: '2026-07' }, 'leader1');
  expect(leader.status).toBe(403);
});
