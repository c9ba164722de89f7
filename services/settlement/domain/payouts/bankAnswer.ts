import { PayoutId } from '#shared/contracts/ids';
import { type CsvRecord, readCsv } from '#shared/kit/csv/readCsv';
import { Refused } from '#shared/kit/domainError';

/** What the bank says of one line of its file. */
export type BankAnswer = {
  /** Of the text, from 1. */
  readonly line: number;
  readonly payoutId: PayoutId;
  readonly result: 'paid' | 'returned';
  /** In the bank's words; empty for what is paid. */
  readonly reason: string;
};

const longestReason = 200;
/** Name, result and reason. */
const fewestColumns = 3;
const results: ReadonlyMap<string, BankAnswer['result']> = new Map([
  ['paid', 'paid'],
  ['成功', 'paid'],
  ['returned', 'returned'],
  ['退回', 'returned'],
]);
const resultOf = (word: string) => results.get(word.toLowerCase());

/**
 * Reads the bank's answer: a CSV whose first column names the payout, and whose last two are the result and the reason, as in the file
 * that it got; a heading may come first. How wide it is, the first line says: cells beyond that must be empty. Lines without a result are
 * left out: the bank has not said.
 * @throws {Refused} BANK_ANSWER_UNREADABLE with the number of the first line that cannot be read
 */
export function readBankAnswer(text: string): BankAnswer[] {
  const records = readCsv(text).filter(({ isOpen, cells }) => isOpen || cells.some((cell) => cell !== ''));
  const [first] = records;
  const columns = first?.cells.length ?? 0;
  if (!first || columns < fewestColumns) throw unreadable(first?.line ?? 1);
  const answers = new Map<PayoutId, BankAnswer>();
  for (const record of isHeading(first) ? records.slice(1) : records) {
    const answer = answerOf(record, columns);
    if (!answer) continue;
    if (answers.has(answer.payoutId)) throw unreadable(record.line);
    answers.set(answer.payoutId, answer);
  }
  if (answers.size === 0) throw unreadable(1);
  return [...answers.values()];
}

const unreadable = (line: number) => new Refused('BANK_ANSWER_UNREADABLE', undefined, { line });

const isHeading = ({ cells: [name = '', ...cells], isOpen }: CsvRecord): boolean =>
  !isOpen && !PayoutId.safeParse(name).success && !cells.some(resultOf);

/** Undefined where the bank has not said. @throws {Refused} BANK_ANSWER_UNREADABLE */
function answerOf({ line, cells, isOpen }: CsvRecord, columns: number): BankAnswer | undefined {
  const id = PayoutId.safeParse(cells[0]);
  const [word, reason = '', ...beyond] = cells.slice(columns - 2);
  if (isOpen || !id.success || word === undefined || beyond.some((cell) => cell !== ''))
    throw unreadable(line);
  if (word === '' && reason === '') return undefined;
  const result = resultOf(word);
  if (result === 'paid') return { line, payoutId: id.data, result, reason: '' };
  if (!result || reason === '' || reason.length > longestReason) throw unreadable(line);
  return { line, payoutId: id.data, result, reason };
}
