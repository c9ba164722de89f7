import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '#shared/kit/domainError';
import { type Log } from '#shared/kit/log/log';
import { demoPeople } from '../../identity/demo/people';
import { type Visitor, type Visitors } from './visitors';

const tries = 100;
const pauseMs = 100;

const cards = [
  { bank: '招商银行杭州分行', number: '6214830012345678' },
  { bank: '中国工商银行杭州分行', number: '6222021202012345678' },
  { bank: '中国农业银行杭州分行', number: '6228480328912345678' },
];

const leaders = () => demoPeople().filter(({ roles }) => roles.includes('leader'));

/** The demo's leader asks for a payout; finance approves it, and takes it to the bank. */
export async function leadersArePaid(visitors: Visitors, log: Log): Promise<void> {
  const asked = await verifiedAndAsked(visitors, 0, log);
  if (!asked) return;
  const { settlement } = await visitors.operator();
  await settlement.approvePayouts({ body: { payouts: [asked] } });
  const { fileId } = await settlement.makePayoutFile({ idempotencyKey: 'demo-payout-file' });
  await settlement.fetchPayoutFile({ params: { fileId } });
  await settlement.markPayoutFile({ params: { fileId }, body: { as: 'sent' } });
}

/** One more leader asks, and waits for the approval; another one says where to be paid, and waits to be verified. */
export async function otherLeadersAsk(visitors: Visitors, log: Log): Promise<void> {
  await verifiedAndAsked(visitors, 1, log);
  await payeeGiven(visitors, 2, log);
}

async function verifiedAndAsked(visitors: Visitors, at: number, log: Log) {
  const leader = await payeeGiven(visitors, at, log);
  const accountId = leaders()[at]?._id;
  if (!leader || accountId === undefined) return undefined;
  const { settlement } = await visitors.operator();
  const { payee } = await leader.settlement.getPayoutOverview();
  const params = { accountId };
  if (payee) await settlement.reviewPayee({ params, body: { version: payee.version, verified: true } });
  try {
    const { payoutId, amount } = await leader.settlement.askPayout({ idempotencyKey: `demo-payout-${at}` });
    return { payoutId, amount };
  } catch (error) {
    unlessRefused(error, log);
    return;
  }
}

/** Says where a leader is to be paid, as soon as something was earned. */
async function payeeGiven(visitors: Visitors, at: number, log: Log): Promise<Visitor | undefined> {
  const [person, card] = [leaders()[at], cards[at]];
  if (!person || !card) return undefined;
  const leader = await visitors.withPhone(person.phone);
  for (let tried = 0; tried < tries; tried += 1) {
    const { withdrawable } = await leader.settlement.getPayoutOverview();
    if (withdrawable.amount > 0) break;
    await pause(pauseMs);
  }
  try {
    await leader.settlement.setPayee({ body: { kind: 'bank_card', holder: person.displayName, ...card } });
    return leader;
  } catch (error) {
    unlessRefused(error, log);
    return;
  }
}

/** A demo whose neighbours bought too little shows no payout. */
function unlessRefused(error: unknown, log: Log): undefined {
  if (!(error instanceof DomainError)) throw error;
  log.info({ err: error }, 'a leader of the demo could not be paid');
}
