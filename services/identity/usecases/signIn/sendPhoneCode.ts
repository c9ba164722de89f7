import { type Language } from '#shared/contracts/common';
import { Refused } from '#shared/kit/domainError';
import { phoneCodeRules } from '../../domain/signInLock';
import { type Source } from '../../domain/source';
import { newPhoneCode, phoneCodeHash } from '../../tokens/phoneCodes';
import { type IdentityDeps } from '../deps';
import { spendCode } from './spendCode';

/**
 * Sends a one-time code. Each who asks for codes to a phone has their own pause and their own code, so that nobody uses up or replaces
 * another's. A crash before the delivery costs the person a minute: the next code takes the place of this one.
 * @throws {Refused} TOO_MANY_CODES, SERVICE_UNAVAILABLE when it could not be delivered
 */
export async function sendPhoneCode(
  deps: IdentityDeps,
  { phone, language = 'zh-CN' }: { phone: string; language?: Language | undefined },
  source: Source,
): Promise<{ expiresAt: Date; nextAllowedAt: Date }> {
  const { codes, deliverCode, now, log } = deps;
  const sentAt = now();
  const code = newPhoneCode();
  const hash = phoneCodeHash(phone, code);
  const giveBack = await spendCode(deps, { phone, source, now: sentAt });
  const asked = { phone, source: source.subscriber };
  if (!(await codes.put(asked, hash, sentAt))) {
    await giveBack();
    throw new Refused('TOO_MANY_CODES');
  }
  try {
    await deliverCode(phone, code, language);
  } catch (error) {
    log.error({ err: error }, 'a one-time code could not be delivered');
    await codes.notSent(asked, sentAt);
    await giveBack();
    throw new Refused('SERVICE_UNAVAILABLE');
  }
  const later = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
  return {
    expiresAt: later(phoneCodeRules.lifetimeSeconds),
    nextAllowedAt: later(phoneCodeRules.pauseSeconds),
  };
}
