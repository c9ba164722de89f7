import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type DeliveryDeps } from '../deps';
import { newDigits, offlineHash } from '../../tokens/codeFaces';
import { maxCodeTries, seeCode, type SeenCode, usableCode } from './ownCode';

/** Gives digits of their own to somebody else; those of an earlier proxy end in the same write. */
export async function giveToProxy(
  deps: DeliveryDeps,
  orderId: OrderId,
  shopper: AccountId,
  name: string | undefined,
): Promise<SeenCode> {
  for (let tries = 0; tries < maxCodeTries; tries += 1) {
    const code = await usableCode(deps, orderId, shopper);
    const digits = newDigits();
    const createdAt = deps.now();
    const after = await deps.store.codes.act('share', orderId, {
      guard: { version: code.version },
      set: {
        proxy: {
          digits,
          hash: offlineHash(code.salt, digits),
          createdAt,
          ...(name === undefined ? {} : { name }),
        },
        activeDigits: [code.digits, digits],
        touchedAt: createdAt,
      },
    });
    if (after && after !== 'clash') return seeCode(deps, after);
  }
  throw new Refused('CHANGED_MEANWHILE');
}
