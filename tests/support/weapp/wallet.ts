import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type AllInOne } from '../allInOne';
import { type Wallet } from './platform';

const Account = z.object({ apiV3Key: z.string(), appids: z.object({ miniProgram: z.string() }) });
const Result = z.object({ errMsg: z.string() });

/** WeChat's own sheet before a person who decides so, one time after the other: WeChat Pay's stand-in says what it comes to. */
export function walletOf(
  { url, dataDir }: Pick<AllInOne, 'url' | 'dataDir'>,
  decisions: ('pay' | 'cancel' | 'fail')[],
): Wallet {
  const file = join(dataDir, 'wechatpay', 'account.json');
  const { apiV3Key, appids } = Account.parse(JSON.parse(readFileSync(file, 'utf8')));
  return async (request) => {
    const reply = await fetch(`${url}/sandbox/wechatpay/_sandbox/requestPayment`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${apiV3Key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...request, appId: appids.miniProgram, decision: decisions.shift() }),
    });
    return Result.parse(await reply.json());
  };
}
