import { type RequestListener } from 'node:http';
import { problem } from '#shared/kit/http/problem';
import { placeholderPage } from '../pages/placeholder';

const forPrograms = /^\/(api|realtime)(\/|\?|$)/;

/** Until the gateway stands, whoever asks is told to wait: people by a page, programs by a problem document. */
export const notYet: RequestListener = ({ url = '' }, res) => {
  const [type, body] = forPrograms.test(url)
    ? ['application/problem+json', JSON.stringify(problem('SERVICE_UNAVAILABLE'))]
    : ['text/html; charset=utf-8', placeholderPage];
  res.writeHead(503, { 'content-type': type, 'retry-after': '2', 'cache-control': 'no-store' });
  res.end(body);
};
