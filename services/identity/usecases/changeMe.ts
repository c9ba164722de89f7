import { type AccountId } from '#shared/contracts/ids';
import { type Account } from '../domain/account';
import { changeAccount } from './changeAccount';
import { type Needs } from './needs';
import { provePhone } from './signInWithPhone';

type Wishes = { readonly [K in 'displayName' | 'language' | 'largeType']?: Account[K] | undefined };

/** Changes what is given and leaves the rest. */
export function updateMe(needs: Needs, accountId: AccountId, wishes: Wishes): Promise<Account> {
  const change = Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
  return changeAccount(needs, accountId, () => (Object.keys(change).length > 0 ? { change } : undefined));
}

/** @throws {Refused} SIGN_IN_CODE_WRONG, SIGN_IN_LOCKED, PHONE_TAKEN */
export async function linkPhone(
  needs: Needs,
  accountId: AccountId,
  { phone, code }: { phone: string; code: string },
): Promise<Account> {
  await provePhone(needs, phone, code);
  return changeAccount(needs, accountId, (account) =>
    account.phone === phone ? undefined : { change: { phone } },
  );
}
