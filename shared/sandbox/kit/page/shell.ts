import { html, type Html } from './html';
import { styleElement, styleSource } from './style';

export type Language = 'zh-CN' | 'en';

/** The frame of every page where a person pays. `switchUrl` leads to the same page in the other language. */
export function shell(
  {
    language,
    texts,
    switchUrl,
  }: {
    language: Language;
    texts: { title: string; merchant: string; language: string };
    switchUrl: string | null;
  },
  body: Html,
): string {
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  const change =
    switchUrl === null
      ? html``
      : html`<a href="${switchUrl}" lang="${other}" hreflang="${other}">${texts.language}</a>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${texts.title}</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <div class="brand"><span class="mark" aria-hidden="true">邻</span>${texts.merchant}</div>
          ${change}
        </header>
        <main>${body}</main>
      </body>
    </html>`.markup;
}

/** `formTargets`: other origins to which a form's answer may lead on. */
export const pageHeaders = (formTargets: readonly string[] = []) => ({
  'Content-Security-Policy': `default-src 'none'; style-src ${styleSource}; form-action ${["'self'", ...formTargets].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

/** The language that was chosen by `lang`, or the browser's. */
export function languageOf(req: {
  query: Record<string, unknown>;
  acceptsLanguages: (...languages: string[]) => string | false;
}): Language {
  const { lang } = req.query;
  if (lang === 'zh-CN' || lang === 'en') return lang;
  return req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
}
