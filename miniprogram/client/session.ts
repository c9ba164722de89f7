import { create } from 'zustand';
import { type MyAccount, type Tokens } from '#shared/contracts/identity/account';
import { type Role } from '#shared/contracts/roles';
import { persisted } from '@/platform/persisted';

/** Who is signed in on this device. */
export type Session = {
  readonly tokens: Tokens;
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
};

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' &&
  value !== null &&
  'tokens' in value &&
  'accountId' in value &&
  'roles' in value;
const kept = persisted<Session>('session', 1, isSession);

export const useSessionStore = create<{ session: Session | undefined }>(() => ({ session: kept.read() }));

/** The session, or nothing while browsing without one. */
export const useSession = (): Session | undefined => useSessionStore((state) => state.session);

export const currentSession = (): Session | undefined => useSessionStore.getState().session;

const keep = (session: Session | undefined) => {
  if (session) kept.write(session);
  else kept.clear();
  useSessionStore.setState({ session });
};

/** After a sign-in. */
export const beginSession = (tokens: Tokens, { accountId, displayName, roles }: MyAccount): void =>
  keep({ tokens, accountId, displayName, roles });

export const endSession = (): void => keep(undefined);

/** After the account was read or changed: its name and roles of this moment. */
export const updateSession = ({ displayName, roles }: Pick<MyAccount, 'displayName' | 'roles'>): void => {
  const session = currentSession();
  if (session) keep({ ...session, displayName, roles });
};

export const renewTokens = (tokens: Tokens): void => {
  const session = currentSession();
  if (session) keep({ ...session, tokens });
};

/** Takes over what another window of the same browser has kept meanwhile: its tokens are newer than ours. */
export const adoptKeptSession = (): Session | undefined => {
  const session = kept.read();
  if (session?.tokens.refreshToken !== currentSession()?.tokens.refreshToken)
    useSessionStore.setState({ session });
  return session;
};

// Signed out, or in, in one window is so in all of them.
kept.watch(adoptKeptSession);
