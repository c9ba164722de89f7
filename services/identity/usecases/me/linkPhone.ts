import { type AccountId } from '#shared/contracts/ids';
import { type Source } from '../../domain/source';
import { changeAccount } from '../accounts/changeAccount';
import { type IdentityDeps } from '../deps';
import { provePhone } from '../signIn/provePhone';
import { type Me, withApplication } from './withApplication';

/** @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED, PHONE_TAKEN */
export async function linkPhone(
  deps: IdentityDeps,
  accountId: AccountId,
  { phone, code }: { phone: string; code: string },
  source: Source,
): Promise<Me> {
  await provePhone(deps, { phone, code }, source);
  const changed = await changeAccount(deps, accountId, (account) =>
    account.phone === phone ? undefined : { change: { phone } },
  );
  return withApplication(deps, changed);
}
