import { AlipayRequestError, AlipaySdk, type IRequestParams } from 'alipay-sdk';
import { z } from '#shared/contracts/zod';
import { type Clock } from '#shared/kit/clock';
import { Refused } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { within } from '#shared/kit/schedule/within';
import { beijingTime } from './notation';
import { meaningOf, type Meaning } from './refusals';

export type GatewayOptions = {
  readonly appId: string;
  /** The merchant's private key, and Alipay's public one: PEM. */
  readonly privateKey: string;
  readonly alipayPublicKey: string;
  /** Where the gateway is reached; absent: at Alipay. */
  readonly gatewayUrl?: string | undefined;
  /** Where browsers reach it, if elsewhere. */
  readonly pagesUrl?: string | undefined;
  /** How long one call may take, in ms, with the repetition that the SDK makes when a connection breaks; default 8,000. */
  readonly timeoutMs?: number | undefined;
  readonly now: Clock;
  readonly log: Pick<Log, 'warn'>;
};

/** An answer that Alipay signed. */
export type Answer<Facts> =
  | { readonly kind: 'done'; readonly facts: Facts }
  | {
      readonly kind: 'refused';
      readonly meaning: Exclude<Meaning, 'passing' | 'setup'>;
      readonly subCode: string;
    };

type Params = Readonly<Record<string, unknown>>;

/** Alipay's gateway through its SDK; the stand-in is only another address. Every answer's signature is checked. */
export type Gateway = {
  /**
   * Asks for something that is to be done with `biz`.
   * @throws {Refused} PAYMENT_UNAVAILABLE when Alipay cannot be asked in time, is busy, does not accept how we are set up, or when
   * the answer is not Alipay's or of unknown shape
   */
  ask<S extends z.ZodType>(
    method: string,
    biz: Params,
    schema: S,
    notifyUrl?: string,
  ): Promise<Answer<z.output<S>>>;
  /** The same for methods whose parameters stand for themselves, and whose success has no code. @throws as `ask` */
  askBare<S extends z.ZodType>(method: string, params: Params, schema: S): Promise<Answer<z.output<S>>>;
  /** The address of a page of Alipay's, signed: whoever opens it is served as `biz` says. */
  pageUrl(
    method: string,
    biz: Params,
    urls: { readonly notifyUrl: string; readonly returnUrl: string },
  ): string;
  /** Whether these fields of a report were signed by Alipay. */
  isSigned(fields: Readonly<Record<string, string>>): boolean;
};

const Code = z.object({ code: z.string(), sub_code: z.string().default('') });

export function alipayGateway(options: GatewayOptions): Gateway {
  const { appId, gatewayUrl, pagesUrl = gatewayUrl, timeoutMs = 8_000, now, log } = options;
  const at = (gateway: string | undefined) =>
    new OwnErrorsSigned({
      appId,
      privateKey: options.privateKey.trim(),
      keyType: 'PKCS8',
      alipayPublicKey: options.alipayPublicKey.trim(),
      camelcase: false,
      timeout: timeoutMs,
      ...(gateway === undefined ? {} : { gateway }),
    });
  const sdk = at(gatewayUrl);
  const pages = at(pagesUrl);
  const unavailable = (method: string, why: Params) => {
    log.warn({ method, ...why }, 'Alipay could not do what was asked');
    return new Refused('PAYMENT_UNAVAILABLE');
  };

  /** What Alipay answered, whatever it is, in time and signed. */
  async function exec(method: string, params: IRequestParams): Promise<Params> {
    try {
      // The SDK takes the moment from the clock on the wall of its server, where Alipay expects Beijing's.
      const call = sdk.exec(method, { timestamp: beijingTime(now()), ...params }, { validateSign: true });
      // Its own limit is for each part of an answer, so that one which trickles in never ends.
      if (!(await within(timeoutMs, call))) throw new TookTooLong();
      return await call;
    } catch (error) {
      throw unavailable(method, reasonOf(error));
    }
  }

  function read<S extends z.ZodType>(
    method: string,
    answer: Params,
    schema: S,
    isDone: (code: string | undefined) => boolean,
  ): Answer<z.output<S>> {
    const { data: coded } = Code.safeParse(answer);
    if (isDone(coded?.code)) {
      const facts = schema.safeParse(answer);
      if (!facts.success) throw unavailable(method, { reason: 'unknown shape' });
      return { kind: 'done', facts: facts.data };
    }
    if (!coded) throw unavailable(method, { reason: 'unknown shape' });
    const { code, sub_code: subCode } = coded;
    const meaning = meaningOf(code, subCode);
    if (meaning === 'passing' || meaning === 'setup')
      throw unavailable(method, { reason: meaning, code, subCode });
    return { kind: 'refused', meaning, subCode };
  }

  return {
    ask: async (method, biz, schema, notifyUrl) => {
      const answer = await exec(method, {
        bizContent: biz,
        ...(notifyUrl === undefined ? {} : { notifyUrl }),
      });
      return read(method, answer, schema, (code) => code === '10000');
    },
    askBare: async (method, params, schema) =>
      read(method, await exec(method, params), schema, (code) => code === undefined),
    pageUrl: (method, biz, urls) =>
      pages.pageExecute(method, 'GET', { bizContent: biz, timestamp: beijingTime(now()), ...urls }),
    isSigned: (fields) => fields['sign_type'] === 'RSA2' && sdk.checkNotifySignV2(fields),
  };
}

/**
 * The gateway's own errors stand under another name than the method's, where the SDK does not look for what was signed; those of an
 * exchange of a code are not signed at all. Of these nothing is believed but that nothing was exchanged.
 */
class OwnErrorsSigned extends AlipaySdk {
  override checkResponseSign(raw: string, key: string, sign: string | undefined, traceId: string): void {
    const isOwnError = /^\s*\{\s*"error_response"/.test(raw);
    if (isOwnError && sign === undefined && key === 'alipay_system_oauth_token_response') return;
    super.checkResponseSign(raw, isOwnError ? 'error_response' : key, sign ?? '', traceId);
  }
}

class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** Why a call failed, for the log. An error's own words may hold the whole answer, with what it says about a person. */
function reasonOf(error: unknown): Params {
  if (!(error instanceof Error)) return { reason: 'unknown' };
  const { cause } = error;
  return {
    reason: cause instanceof Error ? cause.name : error.name,
    ...(error instanceof AlipayRequestError && error.traceId !== undefined ? { traceId: error.traceId } : {}),
  };
}
