import { LRUCache } from 'lru-cache';
import { beijing, DAY_MS } from '../../kit/beijing';
import { randomText } from '../../kit/ids';
import { gbk } from '../../kit/text/gbk';
import { zip } from '../../kit/text/zip';
import { refused } from '../failures';
import { tradeBill } from '../objects/tradeBill';
import { time, type World } from '../world';

/** A day's bill is ready at nine o'clock on the next. */
const READY_AFTER_MS = 9 * 3_600_000;
/** An address lasts half a minute. */
const ADDRESS_MS = 30_000;
const OPEN_ADDRESSES = 100;

/**
 * Bills as archives, and the addresses where they are fetched without a key.
 * Documentation: opendocs.alipay.com, alipay.data.dataservice.bill.downloadurl.query (/open/028woc).
 */
export function createBills(world: World) {
  const open = new LRUCache<string, { content: Buffer; until: number }>({ max: OPEN_ADDRESSES });
  return {
    /** @param period `2026-11-30` or `2026-11`. @throws AlipayFailure ACQ.INVALID_PARAMETER, isp.bill_not_exist */
    request: (period: string) => {
      const from = beijing.startOf(period.length === 7 ? `${period}-01` : period);
      if (Number.isNaN(from)) throw refused('ACQ.INVALID_PARAMETER', 'bill_date');
      const until = period.length === 7 ? startOfNextMonth(from) : from + DAY_MS;
      const bill = time(world) < until + READY_AFTER_MS ? null : tradeBill(world, from, until);
      if (bill === null) throw refused('isp.bill_not_exist');
      const name = `${world.account.sellerId}0156_${period.replaceAll('-', '')}`;
      const content = zip([
        { name: gbk(`${name}_业务明细.csv`), content: gbk(bill.lines) },
        { name: gbk(`${name}_业务明细(汇总).csv`), content: gbk(bill.sums) },
      ]);
      const token = randomText(64);
      open.set(token, { content, until: time(world) + ADDRESS_MS });
      return {
        bill_download_url: `${world.apiUrl()}/downloadbill?fileType=csv.zip&bizType=trade&token=${token}`,
      };
    },
    /** The archive, or null when the address is unknown or too old. */
    file: (token: unknown): Buffer | null => {
      const found = typeof token === 'string' ? open.get(token) : undefined;
      return found && found.until >= time(world) ? found.content : null;
    },
  };
}
export type Bills = ReturnType<typeof createBills>;

/** The month that begins at this moment has at most 31 days: the 32nd is in the next one. */
const startOfNextMonth = (from: number) =>
  beijing.startOf(`${beijing.day(from + 31 * DAY_MS).slice(0, 7)}-01`);
