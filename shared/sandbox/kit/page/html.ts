/** Markup that is safe to put into a page. */
export type Html = { readonly markup: string };

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (value: string) => value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

type Part = string | Html | readonly Html[];

const markupOf = (part: Part): string =>
  typeof part === 'string'
    ? escape(part)
    : 'markup' in part
      ? part.markup
      : part.map(({ markup }) => markup).join('');

/** Builds markup; whatever is put in is escaped unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...values: Part[]): Html => ({
  markup: parts.reduce((markup, part, at) => markup + markupOf(values[at - 1] ?? '') + part),
});

/** Markup of our own that is already safe, such as the style sheet. */
export const trusted = (markup: string): Html => ({ markup });
