import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type DeliveryDeps } from '../deps';
import { maxCodeTries, seeCode, type SeenCode, usableCode } from './ownCode';

/** Ends the proxy's digits at once; without a proxy there is nothing to do. */
export async function revokeProxy(
  deps: DeliveryDeps,
  orderId: OrderId,
  shopper: AccountId,
): Promise<SeenCode> {
  for (let tries = 0; tries < maxCodeTries; tries += 1) {
    const code = await usableCode(deps, orderId, shopper);
    if (!code.proxy) return seeCode(deps, code);
    const after = await deps.store.codes.act('share', orderId, {
      guard: { version: code.version },
      set: { activeDigits: [code.digits], touchedAt: deps.now() },
      unset: ['proxy'],
    });
    if (after && after !== 'clash') return seeCode(deps, after);
  }
  throw new Refused('CHANGED_MEANWHILE');
}
