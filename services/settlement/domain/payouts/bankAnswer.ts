import { PayoutId } from '#shared/contracts/ids';
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
const results: Readonly<Record<string, BankAnswer['result']>> = {
  paid: 'paid',
  成功: 'paid',
  returned: 'returned',
  退回: 'returned',
};

/**
 * Reads the bank's answer: a CSV whose first column names the payout, and whose last two are the result and the reason, as in the file
 * that it got; a heading may come first. Lines without a result are left out: the bank has not said.
 * @throws {Refused} BANK_ANSWER_UNREADABLE with the number of the first line that cannot be read
 */
export function readBankAnswer(text: string): BankAnswer[] {
  const answers: BankAnswer[] = [];
  for (const [at, cells] of records(text).entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const [name = ''] = cells;
    const id = PayoutId.safeParse(name);
    if (!id.success && at === 0) continue;
    const [word = '', reason = ''] = cells.slice(-2);
    if (word === '' && id.success) continue;
    const result = results[word.toLowerCase()];
    const isWhole = result === 'paid' || (reason !== '' && reason.length <= longestReason);
    if (
      !id.success ||
      cells.length < 3 ||
      !result ||
      !isWhole ||
      answers.some(({ payoutId }) => payoutId === id.data)
    )
      throw new Refused('BANK_ANSWER_UNREADABLE', undefined, { line: at + 1 });
    answers.push({ line: at + 1, payoutId: id.data, result, reason: result === 'paid' ? '' : reason });
  }
  if (answers.length === 0) throw new Refused('BANK_ANSWER_UNREADABLE', undefined, { line: 1 });
  return answers;
}

/** CSV as RFC 4180 has it; also with semicolons or tabs, as some spreadsheets write it. */
function records(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const [heading = ''] = plain.split(/\r?\n/, 1);
  const separator = [',', ';', '\t'].find((one) => heading.includes(one)) ?? ',';
  const all: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    all.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? '';
    if (quoted && char === '"' && plain[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && char === separator) endCell();
    else if (!quoted && char === '\n') {
      endCell();
      all.push([]);
    } else if (quoted || char !== '\r') cell += char;
  }
  endCell();
  return all;
}
