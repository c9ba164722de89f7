import { Refused } from '#shared/kit/domainError';
import { type Answer, type PurchaseOrder, unitsOf } from './purchaseOrder';
import { stateOf } from './state';

/** Answers that are kept: a supplier corrects itself a few times, a program that runs wild for ever. */
const maxAnswers = 20;

/** Whether the supplier can still say what comes: until goods came, and until the pickup day is over. */
export const isAnswerable = (order: PurchaseOrder, now: Date): boolean =>
  order.receipts.length === 0 && now < order.answerBy && stateOf(order) !== 'cancelled';

/**
 * The purchase order with what the supplier says will come. The same answer again changes nothing.
 * @throws {Refused} PURCHASE_CANCELLED, ANSWER_TOO_LATE, ANSWER_EXCEEDS_ORDER, NOT_FOUND for goods that are not ordered
 */
export function withAnswer(order: PurchaseOrder, answer: Answer): PurchaseOrder {
  if (stateOf(order) === 'cancelled') throw new Refused('PURCHASE_CANCELLED');
  for (const [skuId, units] of Object.entries(answer.units)) {
    const line = order.lines.find((one) => one.skuId === skuId);
    if (!line) throw new Refused('NOT_FOUND', 'These goods are not ordered');
    if (units > unitsOf(line)) throw new Refused('ANSWER_EXCEEDS_ORDER');
  }
  if (saysTheSame(order, answer)) return order;
  if (!isAnswerable(order, answer.at)) throw new Refused('ANSWER_TOO_LATE');
  return { ...order, answers: [...order.answers, answer].slice(-maxAnswers) };
}

function saysTheSame({ answers, lines }: PurchaseOrder, { units, note, by }: Answer): boolean {
  const last = answers.at(-1);
  return (
    last?.by === by &&
    last.note === note &&
    lines.every((line) => {
      const all = unitsOf(line);
      return (last.units[line.skuId] ?? all) === (units[line.skuId] ?? all);
    })
  );
}
