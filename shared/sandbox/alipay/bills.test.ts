import { inflateRawSync } from 'node:zlib';
import { handClock } from '../kit/support';
import { startAlipay } from './support';

const clock = handClock('2026-11-30T08:00:00Z');
let on: Awaited<ReturnType<typeof startAlipay>>;
beforeAll(async () => {
  on = await startAlipay({ now: clock.now });
});
afterAll(() => on.close());

const ask = (date: string, type = 'trade') =>
  on.exec('alipay.data.dataservice.bill.downloadurl.query', { bill_type: type, bill_date: date });

/** The files of an archive, as GBK. */
function unpack(archive: Buffer) {
  const text = new TextDecoder('gbk');
  const files: { name: string; content: string }[] = [];
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50;) {
    const [packed, length] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
    const name = archive.subarray(at + 30, at + 30 + length);
    const content = archive.subarray(at + 30 + length, at + 30 + length + packed);
    files.push({ name: text.decode(name), content: text.decode(inflateRawSync(content)) });
    at += 30 + length + packed;
  }
  return files;
}

it('lists what was paid and refunded on a day, and adds it up', async () => {
  const first = await on.paid({ subject: '苹果,梨' });
  const second = await on.paid({ total_amount: '50' });
  await on.create();
  clock.passes(60_000);
  await on.exec('alipay.trade.refund', {
    out_trade_no: first.number,
    refund_amount: '2.34',
    out_request_no: 'bill-refund',
  });
  expect(await ask('2026-11-30')).toMatchObject({ code: '40004', sub_code: 'isp.bill_not_exist' });
  clock.comesTo('2026-12-01T01:00:00Z');

  const address = String((await ask('2026-11-30'))['bill_download_url']);
  const files = unpack(Buffer.from(await (await fetch(address)).arrayBuffer()));
  const account = `${on.keys.sellerId}0156`;
  expect(files.map(({ name }) => name)).toEqual([
    `${account}_20261130_业务明细.csv`,
    `${account}_20261130_业务明细(汇总).csv`,
  ]);
  const lines = files[0]!.content.trimEnd().split('\r\n');
  expect(lines.slice(0, 3)).toEqual([
    '#支付宝业务明细查询',
    `#账号：[${account}]`,
    '#起始日期：[2026年11月30日 00:00:00]   终止日期：[2026年12月01日 00:00:00]',
  ]);
  const names = lines[4]!.split(',');
  const rows = lines
    .filter((line) => line.includes('\t'))
    .map((line) =>
      Object.fromEntries(
        line.split('\t,').map((value, at): [string, string] => [names[at] ?? '', value.trim()]),
      ),
    );
  expect(rows).toMatchObject([
    {
      支付宝交易号: first.tradeNo,
      商户订单号: first.number,
      业务类型: '交易',
      商品名称: '苹果，梨',
      完成时间: '2026-11-30 16:00:00',
      '订单金额（元）': '12.34',
      '服务费（元）': '-0.07',
    },
    { 商户订单号: second.number, '商家实收（元）': '50.00', '服务费（元）': '-0.30' },
    {
      商户订单号: first.number,
      业务类型: '退款',
      完成时间: '2026-11-30 16:01:00',
      '退款批次号/请求号': 'bill-refund',
      '订单金额（元）': '-2.34',
      '服务费（元）': '0.01',
    },
  ]);
  expect(lines).toContain('#交易合计：2笔，商家实收共62.34元，商家优惠共0.00元');
  const total = files[1]!.content.split('\r\n').find((line) => line.startsWith('合计'));
  expect(total!.split('\t,').map((value) => value.trim())).toEqual(
    '合计,,2,1,60.00,60.00,0.00,0.00,0.00,-0.36,0.00,59.64'.split(','),
  );
});

it('has no bill for other days, and none behind an old address', async () => {
  for (const [date, code] of [
    ['2026-11-29', 'isp.bill_not_exist'],
    ['2026-12-01', 'isp.bill_not_exist'],
    ['2026-13-40', 'ACQ.INVALID_PARAMETER'],
    ['30.11.2026', 'ACQ.INVALID_PARAMETER'],
  ])
    expect(await ask(date!)).toMatchObject({ sub_code: code });
  expect(await ask('2026-11-30', 'other')).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' });
  clock.comesTo('2026-12-01T01:00:01Z');
  const month = String((await ask('2026-11'))['bill_download_url']);
  expect((await fetch(month)).status).toBe(200);
  clock.passes(30_001);
  expect((await fetch(month)).status).toBe(404);
});
