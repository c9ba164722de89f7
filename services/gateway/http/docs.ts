import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, Router } from 'express';
import { type OpenApiDocument } from '../openapi/document';
import { errorsPage } from '../pages/errors';
import { icon } from '../pages/style';

const assets = dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'));

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>API reference – Lintuan</title>${icon}<link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head>
<body><div id="reference"></div><noscript>The reference as data: <a href="/openapi.json">/openapi.json</a></noscript>
<script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/reference.js"></script></body></html>`;

const script = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'none', filter: true,
persistAuthorization: true, displayRequestDuration: true, defaultModelsExpandDepth: 0 });`;

/** The API reference: a page for people at `/docs`, the error table at `/docs/errors`, the document at `/openapi.json`. */
export function docs(document: OpenApiDocument): Router {
  const router = Router();
  const send =
    (type: string, body: string): RequestHandler =>
    (_req, res) => {
      res.setHeader('Cache-Control', 'no-cache');
      res.type(type).send(body);
    };
  router.use(['/docs', '/openapi.json'], compression());
  router.get('/docs', send('html', page));
  router.get('/docs/reference.js', send('js', script));
  router.get('/docs/errors', send('html', errorsPage));
  router.get('/openapi.json', send('application/json', JSON.stringify(document)));
  router.use('/docs/assets', express.static(assets, { index: false, maxAge: '1d' }));
  return router;
}
