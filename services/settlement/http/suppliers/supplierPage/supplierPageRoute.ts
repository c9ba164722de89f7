import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { Language, Text } from '#shared/contracts/common';
import { errorTable } from '#shared/contracts/errors';
import { supplierPage } from '#shared/contracts/settlement/suppliers';
import { z } from '#shared/contracts/zod';
import { DomainError } from '#shared/kit/domainError';
import { type Answer, type PurchaseOrder } from '../../../domain/suppliers/purchaseOrder';
import { answerSupplierOrder } from '../../../usecases/suppliers/answerSupplierOrder';
import { seeSupplierOrder } from '../../../usecases/suppliers/seeSupplierOrder';
import { type SupplierDeps } from '../../../usecases/suppliers/supplierDeps';
import { renderGone, renderPage } from './renderPage';
import { supplierPageTexts } from './texts';

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  // The address is the key to the page: no other one is told of it.
  'Referrer-Policy': 'no-referrer',
};

const typed = z.string().regex(/^\d{1,7}$/);
const prefix = 'units.';

/**
 * The page where a supplier reads a purchase order and says what comes. Rendered here, like the page for cards, and not by the app: it is
 * opened from a mail on whatever is at hand, once a day, and must not wait for an app to load.
 */
export function supplierPageRoute(deps: SupplierDeps): RequestHandler {
  const router = Router({ caseSensitive: true });
  const path = `${supplierPage.path}/:id/:signature`;
  const opened = (req: Request) =>
    seeSupplierOrder(deps, { id: String(req.params['id']), signature: String(req.params['signature']) });
  const show = (res: Response, language: Language, order: PurchaseOrder, problem?: string) => {
    res.status(problem === undefined ? 200 : 409);
    res.send(renderPage(order, { language, now: deps.now(), ...(problem === undefined ? {} : { problem }) }));
  };

  router.get(
    path,
    answering(async (req, res, language) => {
      show(res, language, await opened(req));
    }),
  );
  router.post(
    path,
    express.urlencoded({ extended: false, limit: '64kb' }),
    answering(async (req, res, language) => {
      const order = await opened(req);
      const words = supplierPageTexts[language];
      const form = (req.body ?? {}) as Readonly<Record<string, unknown>>;
      const answer = answerIn(form);
      const problem = !answer
        ? words.wrongNumber
        : form['seen'] !== String(order.consolidationVersion)
          ? words.meanwhile
          : await refusalOf(answerSupplierOrder(deps, order.id, answer), language);
      if (problem !== undefined) {
        show(res, language, order, problem);
        return;
      }
      res.redirect(303, `?lang=${language}`);
    }),
  );
  return router;
}

/** What the form says; undefined for what is no number. */
function answerIn(form: Readonly<Record<string, unknown>>): Omit<Answer, 'at'> | undefined {
  const note = Text(200, 0).safeParse(form['note'] ?? '');
  if (!note.success) return undefined;
  const units: Record<string, number> = {};
  if (form['all'] === undefined)
    for (const [name, value] of Object.entries(form)) {
      if (!name.startsWith(prefix)) continue;
      const number = typed.safeParse(value);
      if (!number.success) return undefined;
      units[name.slice(prefix.length)] = Number(number.data);
    }
  return { by: 'supplier', units, ...(note.data === '' ? {} : { note: note.data }) };
}

/** Why it was refused, in words; undefined when it was not. */
async function refusalOf(done: Promise<unknown>, language: Language): Promise<string | undefined> {
  try {
    await done;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return errorTable[error.code][language === 'en' ? 'en' : 'zh'];
    throw error;
  }
}

type Page = (req: Request, res: Response, language: Language) => Promise<void> | void;

/** What opens nothing is a page, too. */
const answering =
  (answer: Page): RequestHandler =>
  async (req, res) => {
    const language = languageOf(req);
    res.set(headers).vary('Accept-Language').type('html');
    try {
      await answer(req, res, language);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
      res.status(404).send(renderGone(language));
    }
  };

function languageOf(req: Request): Language {
  const asked = Language.safeParse(req.query['lang']);
  if (asked.success) return asked.data;
  return req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
}
