import { setTimeout as delay } from 'node:timers/promises';
import { type AccountId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { type Account } from '../../domain/account';
import { type AccountChange } from '../../storage/accountStore';
import { type IdentityDeps } from '../deps';

/** A try is lost only to a change that somebody else made: more than anybody can make of one account at the same moment. */
const attempts = 100;
const longestWaitMs = 20;

type Wish = { readonly change: AccountChange; readonly event?: OutboxEvent };

/**
 * Changes an account as `decide` says after looking at it; looks again when somebody else was quicker. `decide` answers nothing
 * when all is as it should be.
 * @param makeSure runs between looking and changing, each time anew; what it throws prevents the change
 * @throws {Refused} NOT_FOUND, PHONE_TAKEN, CHANGED_MEANWHILE, and whatever `decide` throws
 */
export async function changeAccount(
  { accounts, random }: Pick<IdentityDeps, 'accounts' | 'random'>,
  accountId: AccountId,
  decide: (account: Account) => Wish | undefined,
  makeSure?: (account: Account) => Promise<void>,
): Promise<Account> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const account = await accounts.byId(accountId);
    if (!account) throw new Refused('NOT_FOUND');
    const wish = decide(account);
    if (!wish) return account;
    await makeSure?.(account);
    const after = await accounts.change(account, wish.change, wish.event);
    if (after === 'taken') throw new Refused('PHONE_TAKEN');
    if (after !== 'changed') return after;
    // At different moments, so that those who meet do not meet again.
    await delay(random() * Math.min(attempt, longestWaitMs));
  }
  throw new Refused('CHANGED_MEANWHILE');
}
