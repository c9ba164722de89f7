import { AuditStore } from '#shared/kit/audit/auditStore';
import { AuditTrail } from '#shared/kit/audit/auditTrail';
import { systemClock } from '#shared/kit/clock';
import { ConfigError } from '#shared/kit/config/environment';
import { runCommand } from './command';
import { accountStore } from './storage/accountStore';
import { sessionStore } from './storage/sessionStore';
import { signInTryStore } from './storage/signInTryStore';
import { newPassword } from './tokens/passwords';
import { chooseOperator, resetPassword } from './usecases/accounts/resetPassword';

/**
 * `npm run operator:reset-password [-- <user name>]`: for an operator whose password is lost. It says the new password before it
 * counts; whoever is cut off in between runs it once more.
 */
runCommand('operator:reset-password', async (mongo, log) => {
  const deps = {
    // No service listens to a change of password: there is no event to nudge.
    accounts: accountStore(mongo, () => undefined),
    sessions: sessionStore(mongo),
    tries: signInTryStore(mongo),
    now: systemClock,
    random: Math.random,
  };
  const [username] = process.argv.slice(2);
  const chosen = await chooseOperator(deps, username);
  if ('among' in chosen)
    throw new ConfigError([
      chosen.among.length === 0
        ? 'There is no operator with a password here: start the product, and it makes one'
        : `Say whose: npm run operator:reset-password -- <user name>, one of ${chosen.among.join(', ')}`,
    ]);
  const password = newPassword();
  process.stdout.write(
    `The new password of ${chosen.username} is ${password} (it must be changed at the next sign-in)\n`,
  );
  const audit = new AuditTrail('identity', new AuditStore(mongo), { now: systemClock, log });
  await audit.bySystem('reset_operator_password', () => resetPassword(deps, chosen.accountId, password));
  process.stdout.write('It counts now, and all sessions of the account have ended.\n');
});
