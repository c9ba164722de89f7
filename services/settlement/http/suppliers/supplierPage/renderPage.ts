import { type Language } from '#shared/contracts/common';
import { isAnswerable } from '../../../domain/suppliers/answer';
import {
  allReceivedUnits,
  comingUnits,
  costOfLine,
  type PurchaseLine,
  type PurchaseOrder,
  totalOf,
  unitsOf,
} from '../../../domain/suppliers/purchaseOrder';
import { stateOf } from '../../../domain/suppliers/state';
import { supplierPageStyle } from './style';
import { filled, type PageWords, supplierPageTexts } from './texts';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

type Shown = {
  readonly language: Language;
  readonly now: Date;
  /** What is wrong with the answer that was just sent. */
  readonly problem?: string;
};

/** The purchase order as its supplier sees it: plain HTML that works without the app and without scripts. */
export function renderPage(order: PurchaseOrder, { language, now, problem }: Shown): string {
  const words = supplierPageTexts[language];
  const [day, hour] = shownAt(order);
  const supplier = language === 'en' ? (order.supplierNameEn ?? order.supplierName) : order.supplierName;
  const facts = [
    [words.number, order.number],
    [words.neededBy, filled(words.neededByValue, { day, hour })],
    [words.total, yuan(totalOf(order))],
  ];
  const body = isAnswerable(order, now) ? answerForm(order, language) : goodsList(order, language);
  return page(
    language,
    `${words.title} ${order.number}`,
    `<header><div><h1>${words.title}</h1><p class="soft">${escaped(supplier)}</p></div>
<a href="?lang=${language === 'en' ? 'zh-CN' : 'en'}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${words.other}</a></header>
${problem === undefined ? '' : `<p class="notice problem" role="alert">${escaped(problem)}</p>`}
${standing(order, words, now)}
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value ?? '')}</dd>`).join('')}</dl>
${changesOf(order, language)}
${body}`,
  );
}

/** For a link that opens nothing. */
export function renderGone(language: Language): string {
  const { gone, goneDetail } = supplierPageTexts[language];
  return page(language, gone, `<h1>${gone}</h1><p class="notice">${goneDetail}</p>`);
}

const page = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${supplierPageStyle}</style>
</head>
<body><main>${body}</main></body>
</html>
`;

/** When it is needed, by the clock of its city. */
function shownAt({ neededBy, timeZone }: PurchaseOrder): [string, string] {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', hour = ''] = parts.format(neededBy).split(' ');
  return [day, hour];
}

function standing(order: PurchaseOrder, words: PageWords, now: Date): string {
  const say = (text: string) => `<p class="notice" role="status">${text}</p>`;
  const state = stateOf(order);
  if (state === 'cancelled') return say(words.cancelled);
  const received = allReceivedUnits(order);
  if (received > 0) return say(`${filled(words.received, { units: received })} · ${words.closed}`);
  if (!isAnswerable(order, now)) return say(words.closed);
  const missing = order.lines.reduce(
    (sum, line) => sum + unitsOf(line) - (comingUnits(order, line) ?? unitsOf(line)),
    0,
  );
  if (state === 'short') return say(filled(words.answeredShort, { units: missing }));
  return state === 'confirmed' ? say(words.answered) : '';
}

function changesOf({ changes }: PurchaseOrder, language: Language): string {
  const last = changes.at(-1);
  if (!last) return '';
  const { changed } = supplierPageTexts[language];
  const rows = last.lines.map(
    ({ title, before, after }) =>
      `<li class="row"><span>${escaped(titleIn(title, language))}</span><span class="figure">${before} → ${after}</span></li>`,
  );
  return `<section><h2>${changed}</h2><ul>${rows.join('')}</ul></section>`;
}

const titleIn = (title: PurchaseLine['title'], language: Language) =>
  language === 'en' ? title.en : title.zh;

function described(line: PurchaseLine, language: Language): string {
  const words = supplierPageTexts[language];
  const cases = filled(words.cases, { cases: line.cases, units: line.caseUnits });
  const cost = `${words.unitCost} ${yuan(line.unitCostFen)} · ${yuan(costOfLine(line))}`;
  return `<div>${escaped(titleIn(line.title, language))}
<div class="soft">${escaped(titleIn(line.pack, language))} · ${cases}</div><div class="soft">${cost}</div></div>`;
}

const wantedLines = ({ lines }: PurchaseOrder) => lines.filter((line) => unitsOf(line) > 0);

function goodsList(order: PurchaseOrder, language: Language): string {
  const rows = wantedLines(order).map((line) => {
    const coming = comingUnits(order, line) ?? unitsOf(line);
    return `<li class="row">${described(line, language)}<span class="figure">${coming} / ${unitsOf(line)}</span></li>`;
  });
  return rows.length === 0 ? '' : `<section><ul>${rows.join('')}</ul></section>`;
}

function answerForm(order: PurchaseOrder, language: Language): string {
  const words = supplierPageTexts[language];
  const rows = wantedLines(order).map((line) => {
    const all = unitsOf(line);
    return `<li class="row">${described(line, language)}
<label class="figure"><span class="soft">${words.comes} (${words.wanted} ${all})</span><br>
<input name="units.${line.skuId}" type="number" inputmode="numeric" min="0" max="${all}" step="1" required value="${comingUnits(order, line) ?? all}"></label></li>`;
  });
  return `<form method="post" action="?lang=${language}">
<p>${words.howTo}</p>
<ul>${rows.join('')}</ul>
<label>${words.note}<textarea name="note" maxlength="200">${escaped(order.answers.at(-1)?.note ?? '')}</textarea></label>
<input type="hidden" name="seen" value="${order.consolidationVersion}">
<button name="all" value="yes" formnovalidate>${words.confirmAll}</button>
<button class="second">${words.send}</button>
</form>`;
}
