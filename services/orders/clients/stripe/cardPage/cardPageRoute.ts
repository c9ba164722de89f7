import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, Router } from 'express';
import { type Language } from '#shared/contracts/common';
import { cardPage } from '#shared/contracts/orders/payments';
import { cardPageScript, cardPageStyle } from './script';
import { cardPageTexts } from './texts';

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Stripe says which of its hosts a page must admit: https://docs.stripe.com/security/guide#content-security-policy */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src https://js.stripe.com ${hashed(cardPageScript)}`,
    `style-src 'unsafe-inline'`,
    'connect-src https://api.stripe.com',
    'frame-src https://js.stripe.com https://hooks.stripe.com',
    'img-src data: https://*.stripe.com',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'strict-origin',
  // Banks' own pages open in windows that must find the way back.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
};

/** The page where a shopper enters a real card. Without a publishable key there is none. */
export function cardPageRoute(publishableKey: string | undefined): RequestHandler {
  const router = Router({ caseSensitive: true });
  if (publishableKey !== undefined)
    router.get(cardPage.path, (req, res) => {
      const language = languageOf(req);
      res.set(headers).vary('Accept-Language').type('html').send(page(publishableKey, language));
    });
  return router;
}

/** Where a shopper pays an intent by card. */
export const cardPageUrl =
  (publicUrl: string) =>
  (intent: { readonly clientSecret: string; readonly orderId: string | undefined }): string =>
    `${publicUrl}/api${cardPage.path}#${new URLSearchParams({ secret: intent.clientSecret, order: intent.orderId ?? '' }).toString()}`;

const languageOf = (req: Request): Language =>
  req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';

function page(key: string, language: Language): string {
  const { title, detail, pay, paying, back, unreachable, incomplete } = cardPageTexts[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${cardPageStyle}</style>
<script src="https://js.stripe.com/v3/"></script>
</head>
<body data-key="${key}" data-language="${language}" data-pay="${pay}" data-paying="${paying}" data-unreachable="${unreachable}" data-incomplete="${incomplete}">
<main>
<h1>${title}</h1>
<p>${detail}</p>
<form>
<div id="card"></div>
<div id="problem" role="alert" hidden></div>
<button disabled>${pay}</button>
</form>
<a id="back" href="/">${back}</a>
</main>
<script>${cardPageScript}</script>
</body>
</html>
`;
}
