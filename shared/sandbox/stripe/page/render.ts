import type { IntentRecord, MethodType } from '../state/records';
import { html, trusted, type Html } from '../../kit/page/html';
import { shell, type Language } from '../../kit/page/shell';
import type { Texts } from './texts';

/** What the page shows, and the links it offers (already absolute). */
export type View = {
  intent: IntentRecord;
  language: Language;
  texts: Texts;
  switchUrl: string;
  backUrl: string | null;
  method: MethodType | null;
};

const signs: Record<string, string> = { cny: '¥', hkd: 'HK$', usd: 'US$', eur: '€', gbp: '£', jpy: 'JP¥' };

/** `¥12.34`: minor units with two places, but for the yen, which has none. */
export function money(amount: number, currency: string): string {
  const places = currency === 'jpy' ? 0 : 2;
  return `${signs[currency] ?? `${currency.toUpperCase()} `}${(amount / 10 ** places).toFixed(places)}`;
}

/** The page for an intent in whatever state it is. */
export function renderPage(view: View): string {
  switch (view.intent.state.status) {
    case 'requires_payment_method':
    case 'requires_confirmation':
    case 'requires_action':
      return shell(view, form(view));
    case 'requires_capture':
    case 'succeeded':
    case 'canceled':
      return shell(view, result(view));
  }
}

/** The page for an unknown intent or a wrong secret; both look the same. */
export const renderNotFound = (language: Language, texts: Texts) =>
  shell(
    { language, texts, switchUrl: null },
    html`<div class="result bad" aria-hidden="true">?</div>
      <h1>${texts.notFound}</h1>
      <p class="note">${texts.notFoundText}</p>`,
  );

const amountLine = ({ intent, texts }: View) =>
  html`<p class="amount"><span>${texts.amount}</span>${money(intent.amount, intent.currency)}</p>`;

function form(view: View): Html {
  const { intent, texts, method, backUrl } = view;
  const waiting = intent.state.status === 'requires_action';
  const alert = intent.lastError
    ? html`<p class="alert" role="alert">${texts.failed} · ${texts.failedText}</p>`
    : html``;
  const choice =
    method === null
      ? chooser(view)
      : html`<p class="note">${texts.method}: <strong>${texts[method]}</strong></p>`;
  const check = waiting && method === 'card' ? html`<p class="note">${texts.authenticate}</p>` : html``;
  return html`<h1>${texts.merchant}</h1>
    <p class="note">${texts.sandbox}</p>
    ${amountLine(view)}${alert}
    <form method="post">
      ${choice}${check}
      <button class="primary" name="action" value="pay">
        ${waiting && method === 'card' ? texts.confirm : texts.pay}
      </button>
      <button class="quiet" name="action" value="decline" formnovalidate>${texts.decline}</button>
    </form>
    ${backLink(texts, backUrl)}`;
}

function chooser({ intent, texts }: View): Html {
  const options = intent.types.map(
    (type, at) =>
      html`<label class="method"
        ><input
          type="radio"
          name="method"
          value="${type}"
          ${trusted(at === 0 ? ' checked' : '')}
        />${texts[type]}</label
      >`,
  );
  const number = html`<div class="card">
    <label class="text" for="number">${texts.cardNumber}</label>
    <input
      class="number"
      id="number"
      name="number"
      inputmode="numeric"
      autocomplete="off"
      maxlength="23"
      value="4242 4242 4242 4242"
      aria-describedby="hint"
    />
    <p class="hint" id="hint">${texts.cardHint}</p>
  </div>`;
  return html`<fieldset>
      <legend>${texts.method}</legend>
      ${options}
    </fieldset>
    ${intent.types.includes('card') ? number : html``}`;
}

function result(view: View): Html {
  const { intent, texts, backUrl } = view;
  const { status } = intent.state;
  const [title, note] =
    status === 'canceled'
      ? [texts.canceled, texts.canceledText]
      : status === 'requires_capture'
        ? [texts.held, texts.heldText]
        : [texts.paid, texts.paidText];
  const bad = status === 'canceled';
  return html`<div class="result${bad ? ' bad' : ''}" aria-hidden="true">${bad ? '×' : '✓'}</div>
    <div role="status">
      <h1>${title}</h1>
      <p class="note">${note}</p>
    </div>
    ${amountLine(view)}${backLink(texts, backUrl)}`;
}

const backLink = (texts: Texts, url: string | null) =>
  url === null ? html`` : html`<a class="button quiet" href="${url}">${texts.back}</a>`;
