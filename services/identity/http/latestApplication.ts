import { type AccountId } from '#shared/contracts/ids';
import { type LeaderApplication } from '../domain/leaderApplication';
import { type Needs } from '../usecases/needs';

/** Where a person's wish to become a leader stands: part of everything that shows the account to its owner. */
export async function latestApplication(
  { applications }: Needs,
  accountId: AccountId,
): Promise<LeaderApplication | undefined> {
  const [latest] = await applications.ofAccount(accountId, undefined, 1);
  return latest;
}
