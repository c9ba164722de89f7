import { type PayoutFileId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { readBankAnswer } from '../../domain/payouts/bankAnswer';
import { recordReturned } from '../../domain/payouts/lifecycle';
import { attendPayout } from './attendPayout';
import { type PayoutDeps } from './deps';
import { getPayoutFile } from './getPayoutFile';
import { advance } from './markPayoutFile';
import { type FileProgress } from './fileProgress';

/**
 * Takes what the bank answered, line by line: paid, or returned with its reason. Everything is read before the first payout changes;
 * after a crash, or told again, what is done already stays as it is.
 * @throws {Refused} NOT_FOUND, BANK_ANSWER_UNREADABLE
 */
export async function answerPayoutFile(
  deps: PayoutDeps,
  fileId: PayoutFileId,
  text: string,
): Promise<FileProgress> {
  const { lines } = await getPayoutFile(deps, fileId);
  const answers = readBankAnswer(text);
  const answered = answers.map((answer) => {
    const line = lines.find(({ payout }) => payout.id === answer.payoutId);
    if (!line) throw new Refused('BANK_ANSWER_UNREADABLE', undefined, { line: answer.line });
    return { ...answer, payout: line.payout };
  });
  for (const { payout, result, reason } of answered) {
    if (result === 'paid') await advance(deps, payout, fileId, 'paid');
    else
      await attendPayout(
        deps,
        await deps.payouts.change(payout.id, deps.now(), (now) =>
          now.current?.fileId === fileId ? recordReturned(now, reason, deps.now()) : now,
        ),
      );
  }
  return getPayoutFile(deps, fileId);
}
