import Taro from '@tarojs/taro';
import { learnServerTime } from '@/platform/clock';
import { isH5 } from '@/platform/config';
import { ApiProblem } from './apiProblem';

export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};
export type HttpReply = { readonly status: number; readonly body: unknown };
/** Sends one request; throws `ApiProblem` OFFLINE or TIMED_OUT when there is no answer. */
export type SendHttp = (request: HttpRequest) => Promise<HttpReply>;

const timeoutMs = 15_000;

/** Mini programs know no PATCH: it travels as a POST that names it. */
const asSendable = ({ method, headers }: HttpRequest) =>
  method === 'PATCH' && !isH5
    ? { method: 'POST' as const, header: { ...headers, 'X-HTTP-Method-Override': 'PATCH' } }
    : { method: method as 'GET', header: { ...headers } };

const headerOf = (headers: Readonly<Record<string, unknown>> | undefined, name: string): string => {
  const entry = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return typeof entry?.[1] === 'string' ? entry[1] : '';
};

/** Over the platform's own HTTP. */
export const sendHttp: SendHttp = async (request) => {
  try {
    const reply = await Taro.request<unknown>({
      url: request.url,
      ...asSendable(request),
      ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
      timeout: timeoutMs,
      dataType: 'json',
    });
    learnServerTime(headerOf(reply.header, 'date'));
    return { status: reply.statusCode, body: reply.data };
  } catch (error) {
    const text = error instanceof Error ? error.message : JSON.stringify(error ?? '');
    throw new ApiProblem(/time.?out/i.test(text) ? 'TIMED_OUT' : 'OFFLINE', 0);
  }
};
