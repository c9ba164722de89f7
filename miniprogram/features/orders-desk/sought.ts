import { contactPhone } from '#shared/contracts/phone';
import { parseYuan } from '@/design/format/money';

/** What an operator looks for, told from what was typed. */
export type Sought =
  | { readonly kind: 'failedRefunds' }
  | { readonly kind: 'order'; readonly orderId: string }
  | { readonly kind: 'phone'; readonly phone: string }
  /** Found only among the orders of one cycle. */
  | {
      readonly kind: 'withinCycle';
      readonly query: { readonly name?: string; readonly numberEnd?: string; readonly totalFen?: string };
    };

/** An order number as people read it out, as it is stored. */
const orderIdOf = (words: string): string | undefined => {
  const id = words.replace(/\s/g, '');
  if (/^ord_/i.test(id)) return `ord_${id.slice(4).toUpperCase()}`;
  return /^[0-9A-Za-z]{16,}$/.test(id) && !/^\d+$/.test(id) ? `ord_${id.toUpperCase()}` : undefined;
};

/** An amount of up to five digits of yuan, with or without its sign; longer numbers are read as the end of an order number. */
const totalFenOf = (words: string): number | undefined => {
  const yuan = words.replace(/^[¥￥]\s*/, '');
  return yuan !== words || /^\d{1,5}(\.\d{1,2})?$/.test(yuan) ? parseYuan(yuan) : undefined;
};

/** The end of an order number: letters and digits with a digit among them, or anything after `#` or `…`. */
const numberEndOf = (words: string): string | undefined => {
  const end = words.replace(/^[#…]/, '').replace(/\s/g, '');
  if (!/^[0-9A-Za-z]{4,26}$/.test(end)) return undefined;
  return /^[#…]/.test(words) || /\d/.test(end) ? end : undefined;
};

/** What `words` look for: a whole phone or order number, else what is looked for within a cycle; no words ask for failed refunds. */
export function soughtBy(words: string): Sought {
  const typed = words.trim();
  if (typed === '') return { kind: 'failedRefunds' };
  const orderId = orderIdOf(typed);
  if (orderId !== undefined) return { kind: 'order', orderId };
  const phone = contactPhone(typed);
  if (phone !== undefined) return { kind: 'phone', phone };
  const totalFen = totalFenOf(typed);
  if (totalFen !== undefined) return { kind: 'withinCycle', query: { totalFen: String(totalFen) } };
  const numberEnd = numberEndOf(typed);
  if (numberEnd !== undefined) return { kind: 'withinCycle', query: { numberEnd } };
  return { kind: 'withinCycle', query: { name: typed.slice(0, 40) } };
}
