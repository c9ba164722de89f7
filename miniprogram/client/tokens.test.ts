import { ApiProblem } from './apiProblem';
import { type Session } from './session';
import { createTokenSource } from './tokens';

const now = Date.parse('2026-03-01T08:00:00.000Z');
const sessionUntil = (accessTokenExpiresAt: string): Session => ({
  tokens: {
    accessToken: 'old',
    accessTokenExpiresAt,
    refreshToken: 'r1',
    refreshTokenExpiresAt: '2026-04-01T08:00:00.000Z',
  },
  accountId: 'acc_1',
  displayName: '邻居',
  roles: ['shopper'],
});
const fresh = { ...sessionUntil('2026-03-01T08:10:00.000Z').tokens, accessToken: 'new', refreshToken: 'r2' };

const setUp = (session: Session | undefined, refresh = jest.fn().mockResolvedValue(fresh)) => {
  const renewed = jest.fn();
  const ended = jest.fn();
  return {
    refresh,
    renewed,
    ended,
    token: createTokenSource({ session: () => session, refresh, renewed, ended, now: () => now }),
  };
};

test('gives nothing without a session and the token while it is good', async () => {
  await expect(setUp(undefined).token()).resolves.toBeUndefined();
  const good = setUp(sessionUntil('2026-03-01T08:05:00.000Z'));
  await expect(good.token()).resolves.toBe('old');
  expect(good.refresh).not.toHaveBeenCalled();
});

test('many calls at once make one refresh', async () => {
  const { token, refresh, renewed } = setUp(sessionUntil('2026-03-01T08:00:10.000Z'));
  await expect(Promise.all([token(), token(), token(true)])).resolves.toEqual(['new', 'new', 'new']);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(renewed).toHaveBeenCalledWith(fresh);
});

test('a refused refresh ends the session, passing trouble does not', async () => {
  const refused = setUp(
    sessionUntil('2026-03-01T07:00:00.000Z'),
    jest.fn().mockRejectedValue(new ApiProblem('REFRESH_TOKEN_REFUSED', 401)),
  );
  await expect(refused.token()).resolves.toBeUndefined();
  expect(refused.ended).toHaveBeenCalled();
  const offline = setUp(
    sessionUntil('2026-03-01T07:00:00.000Z'),
    jest.fn().mockRejectedValue(new ApiProblem('OFFLINE', 0)),
  );
  await expect(offline.token()).rejects.toMatchObject({ code: 'OFFLINE' });
  expect(offline.ended).not.toHaveBeenCalled();
});
