import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, Router } from 'express';
import { placeholderPage } from '../pages/placeholder';

const hashedName = /\.[0-9a-f]{8,}\.\w+(\.\w+)?$/;

/**
 * The app: what a build left in `folder`. Files with a hash in their name are kept for ever, the rest is asked for each time.
 * Pages of the app live behind the `#`, so any address that a person opens gets the one page; without a build it says so.
 */
export function site(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  router.use(compression());
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (res, path) => {
        res.setHeader(
          'Cache-Control',
          hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  const app: RequestHandler = (req, res, next) => {
    if (req.path !== '/' && !(isPage(req.path) && (req.get('accept') ?? '').includes('text/html'))) {
      next();
      return;
    }
    res.setHeader('Cache-Control', 'no-cache');
    if (existsSync(page)) res.sendFile(page);
    else
      res
        .status(req.path === '/' ? 200 : 404)
        .type('html')
        .send(placeholderPage);
  };
  router.get('/*path', app);
  router.get('/', app);
  return router;
}

/** A missing file is missing: only addresses that a person opens in a browser get the app. */
const isPage = (path: string): boolean =>
  !/\.\w+$/.test(path) && !/^\/(api|realtime|sandbox|docs)(\/|$)/.test(path);
