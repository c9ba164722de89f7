import express, { type Request, type RequestHandler, type Router } from 'express';
import { yuan } from '../yuan';
import { cashierTexts, type Wallet } from './cashierTexts';
import { html, type Html } from './html';
import { languageOf, pageHeaders, shell, type Language } from './shell';

/** What a wallet's page shows of a payment. */
export type Bill = {
  state: 'open' | 'paid' | 'closed';
  /** In fen. */
  amount: number;
  subject: string;
  /** Where the shop wants the person back, if anywhere: after paying, and when nothing was paid. */
  back: { paid: string | null; unpaid: string | null };
};

type Options = {
  wallet: Wallet;
  path: string;
  /** What the address leads to; null when it is unknown, wrong or too old. */
  find: (query: Request['query']) => {
    /** How the payment stands. To look may change it: one whose time is over is closed. */
    bill: () => Bill;
    pay: () => void;
    decline: () => void;
  } | null;
  /** Makes what was done last, and sends what is to be told. Errors of the provider's own kind are shown as the bill's state. */
  commit: () => Promise<void>;
  /** Whether an error only tells that the payment is not open any more. */
  isRefusal: (error: unknown) => boolean;
};

/**
 * A wallet's page where a person pays or declines. It then leads back to the shop, like the wallets themselves; where the shop
 * named no address, it tells what became of it.
 */
export function createCashier({ wallet, path, find, commit, isRefusal }: Options): Router {
  const router = express.Router();

  const show: RequestHandler = async (req, res) => {
    const language = languageOf(req);
    const texts = { ...cashierTexts(language), title: cashierTexts(language)[wallet] };
    const found = find(req.query);
    if (!found) {
      res.set(pageHeaders()).status(404);
      res.send(shell({ language, texts, switchUrl: null }, missing(language)));
      return;
    }
    const bill = found.bill();
    await commit();
    res.set(pageHeaders(originsOf(bill.back))).vary('Accept-Language');
    const switchUrl = sameAddress(req, language === 'en' ? 'zh-CN' : 'en');
    res.send(
      shell(
        { language, texts, switchUrl },
        bill.state === 'open' ? form(bill, language, wallet) : result(bill, language),
      ),
    );
  };
  router.get(path, show);
  router.post(
    path,
    express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 }),
    async (req, res, next) => {
      const found = find(req.query);
      if (!found) return show(req, res, next);
      const { action } = (req.body ?? {}) as Record<string, unknown>;
      try {
        if (action === 'decline') found.decline();
        else if (action === 'pay') found.pay();
      } catch (error) {
        // A second click, or a payment that is closed meanwhile: the page shows how things stand.
        if (!isRefusal(error)) throw error;
      }
      const bill = found.bill();
      await commit();
      const onward = bill.state === 'paid' ? bill.back.paid : bill.back.unpaid;
      res.set(pageHeaders()).redirect(303, onward ?? sameAddress(req, languageOf(req)));
    },
  );
  return router;
}

const originsOf = ({ paid, unpaid }: Bill['back']) => [
  ...new Set([paid, unpaid].flatMap((url) => (url === null ? [] : [new URL(url).origin]))),
];

/** Relative, so that it is right wherever the page is mounted. */
function sameAddress(req: Pick<Request, 'query'>, language: Language): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(req.query))
    if (typeof value === 'string') query.set(name, value);
  query.set('lang', language);
  return `?${query.toString()}`;
}

/** The address if it is one that a person may be sent to: never a script. */
export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  return /^https?:$/.test(new URL(value).protocol) ? value : null;
}

function missing(language: Language): Html {
  const texts = cashierTexts(language);
  return html`<div class="result bad" aria-hidden="true">?</div>
    <h1>${texts.notFound}</h1>
    <p class="note">${texts.notFoundText}</p>`;
}

const amountLine = ({ amount }: Bill, language: Language) =>
  html`<p class="amount"><span>${cashierTexts(language).amount}</span>¥${yuan(amount)}</p>`;

function form(bill: Bill, language: Language, wallet: Wallet): Html {
  const texts = cashierTexts(language);
  return html`<h1>${texts[wallet]}</h1>
    <p class="note">${texts.sandbox}</p>
    <p class="note">${bill.subject}</p>
    ${amountLine(bill, language)}
    <form method="post">
      <button class="primary" name="action" value="pay">${texts.pay}</button>
      <button class="quiet" name="action" value="decline">${texts.decline}</button>
    </form>`;
}

function result(bill: Bill, language: Language): Html {
  const texts = cashierTexts(language);
  const paid = bill.state === 'paid';
  const back = paid ? bill.back.paid : bill.back.unpaid;
  const link = back === null ? html`` : html`<a class="button quiet" href="${back}">${texts.back}</a>`;
  return html`<div class="result${paid ? '' : ' bad'}" aria-hidden="true">${paid ? '✓' : '×'}</div>
    <div role="status">
      <h1>${paid ? texts.paid : texts.closed}</h1>
      <p class="note">${paid ? texts.paidText : texts.closedText}</p>
    </div>
    ${amountLine(bill, language)}${link}`;
}
