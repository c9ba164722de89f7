import { timingSafeEqual } from 'node:crypto';
import { type RequestHandler } from 'express';
import { type Registry } from 'prom-client';
import { secret } from '../config/environment';
import { metricsPage } from './metrics';

/** The variable that names who may read the figures. */
export const metricsToken = () => secret(16);

/**
 * Answers `GET /metrics` with the figures of these registries to whoever shows `token` as a bearer; for others, and without a token,
 * there is nothing.
 */
export const metricsHandler =
  (registries: readonly Registry[], token: string | undefined): RequestHandler =>
  async (request, response, next) => {
    if (token === undefined || !isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
      next();
      return;
    }
    const { contentType, body } = await metricsPage(registries);
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
  };

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
