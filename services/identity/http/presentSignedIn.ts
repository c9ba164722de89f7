import { type SignedIn as PresentedSignIn } from '#shared/contracts/identity/account';
import { type SignedIn } from '../usecases/signIn/signIn';
import { presentMe } from './presentMe';
import { presentTokens } from './presentTokens';

export const presentSignedIn = ({ me, opened, tokens }: SignedIn): PresentedSignIn => ({
  tokens: presentTokens(tokens),
  account: presentMe(me),
  opened,
});
