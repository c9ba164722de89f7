import { type Account } from '../../domain/account';
import { hashPassword, newPassword } from '../../tokens/passwords';
import { newId } from '#shared/kit/ids';
import { type IdentityDeps } from '../deps';
import { openAccount } from './openAccount';

export type FirstOperator = { readonly username: string; readonly firstPassword: string };

/** A name may belong to an account of a demo, which does not count here, or to one that was closed. */
const names = ['operator', 'operator2', 'operator3', 'operator4'] as const;

/**
 * Makes the first operator of a system that has none. The password is kept readable until somebody has signed in with it: a start
 * that was killed before it showed the password must not lock everybody out, and of processes that start at once all show the same.
 * @returns what to show; nothing when an operator has been here.
 */
export async function ensureFirstOperator(deps: IdentityDeps): Promise<FirstOperator | undefined> {
  for (const username of names) {
    const operators = await deps.accounts.operators();
    const counting = operators.filter(({ demo }) => deps.demoCode !== undefined || demo !== true);
    if (counting.length > 0) return unusedOf(counting);
    const unused = newPassword();
    const opened = await openAccount(
      deps,
      {
        _id: newId('acc', deps.now()),
        username,
        displayName: '运营',
        roles: ['shopper', 'operator'],
        password: { hash: await hashPassword(unused), mustChange: true, unused },
      },
      'zh-CN',
    );
    if (opened) return { username, firstPassword: unused };
  }
  throw new Error(`no operator can be made: ${names.join(', ')} are taken`);
}

function unusedOf(operators: readonly Account[]): FirstOperator | undefined {
  const first = operators.find(({ password }) => password?.unused !== undefined);
  const { username, password } = first ?? {};
  return username === undefined || password?.unused === undefined
    ? undefined
    : { username, firstPassword: password.unused };
}
