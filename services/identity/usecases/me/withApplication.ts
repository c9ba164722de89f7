import { type Account } from '../../domain/account';
import { type LeaderApplication } from '../../domain/leaderApplication';
import { type IdentityDeps } from '../deps';

/** An account as its owner sees it. */
export type Me = { readonly account: Account; readonly application: LeaderApplication | undefined };

/** Adds where the owner's wish to become a leader stands. */
export async function withApplication(
  { applications }: Pick<IdentityDeps, 'applications'>,
  account: Account,
): Promise<Me> {
  return { account, application: await applications.latestOf(account._id) };
}
