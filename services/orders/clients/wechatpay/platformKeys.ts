import { type KeyObject, X509Certificate } from 'node:crypto';
import { z } from '#shared/contracts/zod';
import { type Log } from '#shared/kit/log/log';
import { isGenuine, type KeyOf } from './genuine';
import { type Merchant } from './merchant';
import { opened, Sealed } from './sealed';
import { type Answer, type Send } from './transport';

const Listed = z.object({
  data: z.array(
    z.object({
      serial_no: z.string(),
      effective_time: z.iso.datetime({ offset: true }),
      expire_time: z.iso.datetime({ offset: true }),
      encrypt_certificate: Sealed,
    }),
  ),
});
type Certificate = { readonly key: KeyObject; readonly from: number; readonly until: number };
type Certificates = ReadonlyMap<string, Certificate>;

/** Certificates are asked for again at this age, in ms: WeChat Pay lists the next one a day or more before it signs by it. */
const freshMs = 12 * 3_600_000;
/** Between two looks for a serial number that is not known, in ms: anybody can send us any. */
const pauseMs = 15_000;

type Options = {
  readonly merchant: Merchant;
  readonly send: Send;
  readonly now: () => Date;
  readonly log: Log;
};

/**
 * The keys that WeChat Pay signs by: its public key, and its certificates, which change. These are fetched when a serial number is
 * met that is not known, by one request for all who wait, and at most once in a while.
 * Documentation: pay.weixin.qq.com, 下载平台证书 (/doc/v3/merchant/4012551764).
 */
export function platformKeys({ merchant, send, now, log }: Options): KeyOf {
  let certificates: Certificates = new Map();
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;

  const publicKeyOf = (serial: string): KeyObject | undefined =>
    serial === merchant.publicKey?.id ? merchant.publicKey.key : undefined;

  const valid = (serial: string): KeyObject | undefined => {
    const at = now().getTime();
    const found = certificates.get(serial);
    return found && found.from <= at && at < found.until ? found.key : undefined;
  };

  async function ask(): Promise<void> {
    askedAt = now().getTime();
    const answer = await send('GET', '/v3/certificates');
    const listed = answer.status === 200 ? read(answer, merchant.apiV3Key) : undefined;
    const keyOf: KeyOf = (serial) => Promise.resolve(publicKeyOf(serial) ?? listed?.get(serial)?.key);
    if (listed && (await isGenuine(answer, keyOf, now()))) certificates = listed;
    else if (answer.status !== 404)
      log.error({ status: answer.status }, 'WeChat Pay told none of its certificates');
  }

  const askTogether = (): Promise<void> =>
    (asking ??= ask().finally(() => {
      asking = undefined;
    }));

  return async (serial) => {
    const publicKey = publicKeyOf(serial);
    if (publicKey) return publicKey;
    const known = valid(serial);
    const age = now().getTime() - askedAt;
    if (known && age < freshMs) return known;
    if (known && age >= pauseMs) await askTogether().catch(() => undefined);
    else if (asking || age >= pauseMs) await askTogether();
    return valid(serial);
  };
}

/** What was listed, as far as it is sealed by our key: nobody else can have written it. */
function read({ body }: Answer, apiV3Key: string): Certificates | undefined {
  try {
    const { data } = Listed.parse(JSON.parse(body.toString()));
    return new Map(
      data.flatMap(({ serial_no: serial, encrypt_certificate: sealed, ...times }) => {
        const pem = opened(sealed, apiV3Key);
        if (pem === undefined) return [];
        const { publicKey: key } = new X509Certificate(pem);
        return [
          [serial, { key, from: Date.parse(times.effective_time), until: Date.parse(times.expire_time) }],
        ] as const;
      }),
    );
  } catch {
    return undefined;
  }
}
