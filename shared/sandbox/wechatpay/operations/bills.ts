import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { beijing, DAY_MS } from '../../kit/beijing';
import { randomText } from '../../kit/ids';
import { WechatPayFailure, paramError } from '../failures';
import { tradeBill, type BillType } from '../objects/tradeBill';
import { time, type World } from '../world';

const MONTHS_KEPT = 3;
/** Yesterday's bill is ready at ten o'clock. */
const READY_AFTER_MS = 10 * 3_600_000;
const ADDRESS_MS = 5 * 60_000;
const OPEN_ADDRESSES = 100;

type Request = { bill_date: string; bill_type: BillType; tar_type?: 'GZIP' | undefined };

/**
 * Bills and the addresses where they are fetched.
 * Documentation: pay.weixin.qq.com, 申请交易账单 (/doc/v3/merchant/4012791866) and 下载账单 (/doc/v3/merchant/4012791868).
 */
export function createBills(world: World) {
  const open = new LRUCache<string, { content: Buffer; until: number }>({ max: OPEN_ADDRESSES });
  return {
    /** @throws WechatPayFailure PARAM_ERROR for a day outside of three months, STATEMENT_CREATING, NO_STATEMENT_EXIST */
    request: ({ bill_date: day, bill_type: type, tar_type: packed }: Request) => {
      const from = beijing.startOf(day);
      const now = time(world);
      if (Number.isNaN(from) || from + DAY_MS > now || from < now - MONTHS_KEPT * 31 * DAY_MS)
        throw paramError('/bill_date', '仅支持三个月内、已结束的日期', { value: day, location: 'query' });
      if (now < from + DAY_MS + READY_AFTER_MS)
        throw new WechatPayFailure('STATEMENT_CREATING', '账单生成中，请在上午10点以后再下载');
      const bill = tradeBill(world, from, type);
      if (bill === null) throw new WechatPayFailure('NO_STATEMENT_EXIST', '账单文件不存在');
      const token = randomText(64);
      const content = Buffer.from(bill);
      open.set(token, { content: packed ? gzipSync(content) : content, until: now + ADDRESS_MS });
      return {
        hash_type: 'SHA1',
        hash_value: createHash('sha1').update(content).digest('hex'),
        download_url: `${world.apiUrl()}/v3/billdownload/file?token=${token}`,
      };
    },
    /** @throws WechatPayFailure NO_STATEMENT_EXIST when the address is unknown or older than five minutes */
    file: (token: unknown): Buffer => {
      const found = typeof token === 'string' ? open.get(token) : undefined;
      if (!found || found.until < time(world))
        throw new WechatPayFailure('NO_STATEMENT_EXIST', '账单文件不存在');
      return found.content;
    },
  };
}
export type Bills = ReturnType<typeof createBills>;
