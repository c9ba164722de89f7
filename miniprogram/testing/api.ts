import Taro from '@tarojs/taro';

type Answer = { readonly status?: number; readonly body: unknown };
type Handler = (body: unknown, query: URLSearchParams) => Answer;

/**
 * Answers the client's requests in place of the services: `answerApi({ 'POST /quotes': () => ({ body: quote }) })`, by method and
 * the path below `/api` without its query, which the handler gets. Gives what was sent. Anything else answers 404.
 */
export const answerApi = (handlers: Readonly<Record<string, Handler>>) => {
  const sent: { operation: string; body: unknown; headers: Record<string, string> }[] = [];
  const request = ({ url, method, data, header }: Taro.request.Option<string>) => {
    const { pathname, searchParams } = new URL(url);
    const operation = `${method ?? 'GET'} ${pathname.replace(/^\/api/, '')}`;
    const body = data === undefined ? undefined : (JSON.parse(String(data)) as unknown);
    sent.push({ operation, body, headers: header as Record<string, string> });
    const { status = 200, body: answer } = handlers[operation]?.(body, searchParams) ?? {
      status: 404,
      body: { code: 'NOT_FOUND' },
    };
    return Promise.resolve({ statusCode: status, data: answer, header: {}, errMsg: '' });
  };
  jest.spyOn(Taro, 'request').mockImplementation(request as unknown as typeof Taro.request);
  return sent;
};
