import { isSimplePassword } from '#shared/contracts/identity/password';
import { Refused } from '#shared/kit/domainError';

/** @throws {Refused} PASSWORD_TOO_SIMPLE for what would be guessed soon */
export function assertPasswordIsHard(password: string, username: string): void {
  if (isSimplePassword(password, username)) throw new Refused('PASSWORD_TOO_SIMPLE');
}
