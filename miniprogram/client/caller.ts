import { problemOf } from './apiProblem';
import { type LintuanApi } from './contracts';
import { type SendHttp } from './http';
import { newKey } from './key';

type Plain = Readonly<Record<string, string | number | boolean | undefined>>;
type Input = { params?: Plain; query?: Plain; body?: unknown; idempotencyKey?: string };

export type CallerDeps = {
  readonly baseUrl: () => string;
  readonly send: SendHttp;
  readonly language: () => string;
  /** A token that is still good, or none; `renew` asks for a new one although this one looked good. */
  readonly accessToken: (renew?: boolean) => Promise<string | undefined>;
};

export const addressOf = (path: string, { params = {}, query = {} }: Input): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
};

/** The operations that are reached before (and while) there is a session. */
const withoutToken = /^\/(sign-in|tokens)\//;

/**
 * Calls operations: fills in the address, signs, keys, and turns refusals into `ApiProblem`s. An expired token is renewed and the
 * call made once more.
 */
export const createCaller = ({ baseUrl, send, language, accessToken }: CallerDeps) => {
  const headersOf = (token: string | undefined, key: string | undefined, hasBody: boolean) => ({
    'Accept-Language': language(),
    'X-Correlation-Id': newKey(),
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
  });

  return async (operation: string, input: Input): Promise<unknown> => {
    const [verb = '', path = ''] = operation.split(' ');
    const key = input.idempotencyKey ?? (verb.endsWith('!') ? newKey() : undefined);
    const attempt = async (renew: boolean) =>
      send({
        method: verb.replace('!', '').toUpperCase(),
        url: `${baseUrl()}/api${addressOf(path, input)}`,
        headers: headersOf(
          withoutToken.test(path) ? undefined : await accessToken(renew),
          key,
          input.body !== undefined,
        ),
        body: input.body,
      });
    let reply = await attempt(false);
    if (reply.status === 401 && problemOf(reply).code === 'TOKEN_EXPIRED') reply = await attempt(true);
    if (reply.status >= 400) throw problemOf(reply);
    return reply.status === 204 ? undefined : reply.body;
  };
};

/** One method for each operation of the contracts. */
export const createApi = (call: (operation: string, input: Input) => Promise<unknown>): LintuanApi =>
  Object.fromEntries(
    Object.entries(OPERATIONS).map(([service, names]) => [
      service,
      Object.fromEntries(
        Object.entries(names).map(([name, operation]) => [
          name,
          (input: Input = {}) => call(operation, input),
        ]),
      ),
    ]),
  ) as unknown as LintuanApi;
