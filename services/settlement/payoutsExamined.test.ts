import { AccountId, type PayoutFileId, type PayoutHoldId, type PayoutId } from '#shared/contracts/ids';
import { examinedTooMuch } from '../../tests/support/examined';
import { card, operator, payoutWorld } from '../../tests/support/settlement/payoutWorld';
import { type PaidPayout, type Payout } from './domain/payouts/payout';
import { attendDue } from './usecases/payouts/attendDue';
import { askPayout } from './usecases/payouts/askPayout';
import { getPayout } from './usecases/payouts/getPayout';
import { getPayoutFile } from './usecases/payouts/getPayoutFile';
import { getPayoutOverview } from './usecases/payouts/getPayoutOverview';
import { listOwnPayouts } from './usecases/payouts/listOwnPayouts';
import { listPayees } from './usecases/payouts/listPayees';
import { listPayoutFiles } from './usecases/payouts/listPayoutFiles';
import { listPayoutHolds } from './usecases/payouts/listPayoutHolds';
import { listPayoutLines } from './usecases/payouts/listPayoutLines';
import { listPayouts } from './usecases/payouts/listPayouts';
import { payWeekly } from './usecases/payouts/payWeekly';

const many = 60;
const wish = { limit: 5 };
let world: Awaited<ReturnType<typeof payoutWorld>>;
let leader: AccountId;
let asked: Payout;

/** A year of one leader who was paid each week, beside many others. */
beforeAll(async () => {
  world = await payoutWorld();
  const { payouts, payoutHolds, payoutFiles } = world.deps;
  leader = await world.leader(9_000);
  asked = await askPayout(world.deps, {
    accountId: leader,
    payoutId: 'pyt_asked' as PayoutId,
    askedBy: 'leader',
  });
  for (let n = 1; n <= many; n += 1) {
    const fileId = `pfl_${n}` as PayoutFileId;
    for (const accountId of [leader, AccountId.parse(`acc_other${n}`)]) {
      const paid = paidPayout(accountId, n, fileId);
      await payouts.insert(paid);
      await payouts.posted(paid);
      await world.earn(accountId, 10);
    }
    await payoutFiles.add({ id: fileId, madeBy: operator, madeAt: world.deps.now(), chosen: [] });
    await payoutHolds.insert({
      ...{ id: `hld_${n}` as PayoutHoldId, accountId: leader, fen: 10, reason: '争议' },
      ...{ until: new Date(world.deps.now().getTime() - 1), placedBy: operator, placedAt: world.deps.now() },
    });
    await world.leader(1_000, undefined, n % 2 === 0);
  }
});

function paidPayout(accountId: AccountId, n: number, fileId: PayoutFileId): PaidPayout {
  const at = new Date(world.deps.now().getTime() - n * 7 * 24 * 3_600_000);
  return {
    id: `pyt_${accountId.slice(4)}x${n}` as PayoutId,
    ...{ accountId, cityId: asked.cityId, number: n + 1, fen: 100, askedBy: 'weekly', askedAt: at },
    ...{ day: at.toISOString().slice(0, 10), coversUntil: at, failed: [], version: 4, status: 'paid' },
    current: {
      ...{ number: 1, fen: 100, way: 'bank_file', to: card, approval: { by: operator, at } },
      ...{ begunAt: at, fileId, sentAt: at, paidAt: at },
    },
  };
}

test('what is asked of payouts reads no more than a constant times what it gives', async () => {
  const { deps, connection } = world;
  const caller = { kind: 'account', accountId: leader, sessionId: 'ses_1', roles: ['leader'] } as never;
  const reads: Record<string, () => Promise<unknown>> = {
    overview: () => getPayoutOverview(deps, { accountId: leader }),
    'own payouts': () => listOwnPayouts(deps, { accountId: leader }, wish),
    payout: () => getPayout(deps, caller, asked.id),
    lines: () => listPayoutLines(deps, { caller, payoutId: asked.id }, wish),
    'to approve': () => listPayouts(deps, { waitingFor: 'approval' }, wish),
    'of a file': () => listPayouts(deps, { fileId: 'pfl_7' as PayoutFileId }, wish),
    accounts: () => listPayees(deps, wish),
    holds: () => listPayoutHolds(deps, undefined, wish),
    'holds of a leader': () => listPayoutHolds(deps, leader, wish),
    files: () => listPayoutFiles(deps, wish),
    file: () => getPayoutFile(deps, 'pfl_7' as PayoutFileId),
    'what is due': () => attendDue(deps),
    'whose day it is': () => payWeekly(deps),
  };
  const tooMuch: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(reads)) {
    const found = await examinedTooMuch(connection, read);
    if (found.length > 0) tooMuch[name] = found;
  }
  expect(tooMuch).toEqual({});
});
