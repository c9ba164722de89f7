import { type Language } from '#shared/contracts/common';
import { newId } from '#shared/kit/ids';
import { type Account, defaultDisplayName } from '../../domain/account';
import { type Identifier, type NewAccount } from '../../storage/accountStore';
import { identityEvent, type IdentityDeps } from '../deps';

type Person = Identifier & Partial<Pick<NewAccount, '_id' | 'displayName' | 'roles' | 'password' | 'phone'>>;

/**
 * Opens an account for `person`; nothing when somebody has one of the identifiers already. One write: the account and the event
 * that tells of it.
 */
export async function openAccount(
  { accounts, now, random }: IdentityDeps,
  person: Person,
  language: Language,
): Promise<Account | undefined> {
  const at = now();
  const _id = person._id ?? newId('acc', at);
  const event = identityEvent('identity.account_opened.v1', _id, { accountId: _id }, { now: at });
  return accounts.open(
    {
      displayName: defaultDisplayName(language, random()),
      roles: ['shopper'],
      ...person,
      _id,
      language,
      largeType: false,
      openedAt: at,
    },
    event,
  );
}

/** The account with this identifier, opened now if there is none; of two requests at the same time one opens it. */
export async function findOrOpen(
  deps: IdentityDeps,
  identifier: Identifier,
  language: Language,
): Promise<{ account: Account; opened: boolean }> {
  const known = await deps.accounts.by(identifier);
  if (known) return { account: known, opened: false };
  const opened = await openAccount(deps, identifier, language);
  if (opened) return { account: opened, opened: true };
  const meanwhile = await deps.accounts.by(identifier);
  if (!meanwhile) throw new Error('an account was opened and deleted at the same time');
  return { account: meanwhile, opened: false };
}
