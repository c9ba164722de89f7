import { type payoutsApi } from '#shared/contracts/settlement/payouts';
import { Refused } from '#shared/kit/domainError';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { answerPayoutFile } from '../usecases/payouts/answerPayoutFile';
import { approvePayouts } from '../usecases/payouts/approvePayouts';
import { askPayout } from '../usecases/payouts/askPayout';
import { type PayoutDeps } from '../usecases/payouts/deps';
import { fetchPayoutFile } from '../usecases/payouts/fetchPayoutFile';
import { getPayout } from '../usecases/payouts/getPayout';
import { getPayoutFile } from '../usecases/payouts/getPayoutFile';
import { getPayoutOverview } from '../usecases/payouts/getPayoutOverview';
import { listOwnPayouts } from '../usecases/payouts/listOwnPayouts';
import { listPayees } from '../usecases/payouts/listPayees';
import { listPayoutFiles } from '../usecases/payouts/listPayoutFiles';
import { listPayoutHolds } from '../usecases/payouts/listPayoutHolds';
import { listPayoutLines } from '../usecases/payouts/listPayoutLines';
import { listPayouts, withPayees } from '../usecases/payouts/listPayouts';
import { makePayoutFile } from '../usecases/payouts/makePayoutFile';
import { markPayoutFile } from '../usecases/payouts/markPayoutFile';
import { placePayoutHold } from '../usecases/payouts/placePayoutHold';
import { releasePayoutHold } from '../usecases/payouts/releasePayoutHold';
import { returnPayout } from '../usecases/payouts/returnPayout';
import { reviewPayee } from '../usecases/payouts/reviewPayee';
import { setPayee } from '../usecases/payouts/setPayee';
import { presentBankFile, presentFile } from './payouts/presentFile';
import { presentHold } from './payouts/presentHold';
import { presentOverview } from './payouts/presentOverview';
import { presentPayee } from './payouts/presentPayee';
import { presentOwnPayout, presentPayout } from './payouts/presentPayout';
import { presentPayoutLine } from './payouts/presentPayoutLine';

/** Leaders' payouts, and what finance does for them: every operation on a line or two. */
export function payoutRoutes(deps: PayoutDeps): Handlers<typeof payoutsApi> {
  return {
    getPayoutOverview: async ({ caller }) => presentOverview(await getPayoutOverview(deps, caller)),
    setPayee: async ({ caller, body }) => presentPayee(await setPayee(deps, caller, body)),
    askPayout: async ({ caller: { accountId }, key }) =>
      presentOwnPayout(await askPayout(deps, { accountId, payoutId: key.newId('pyt'), askedBy: 'leader' })),
    listOwnPayouts: async ({ caller, query }) =>
      presentPage(await listOwnPayouts(deps, caller, query), presentOwnPayout),
    getPayout: async ({ caller, params }) => {
      const payout = await getPayout(deps, caller, params.payoutId);
      if (payout.accountId === caller.accountId) return presentOwnPayout(payout);
      const [withPayee = { payout }] = await withPayees(deps, [payout]);
      return presentPayout(withPayee);
    },
    listPayoutLines: async ({ caller, params: { payoutId }, query }) =>
      presentPage(await listPayoutLines(deps, { caller, payoutId }, query), presentPayoutLine),
    listPayouts: async ({ query: { waitingFor, fileId, ...wish } }) =>
      presentPage(await listPayouts(deps, { waitingFor, fileId }, wish), presentPayout),
    approvePayouts: async ({ caller, body: { payouts } }) => {
      const seen = payouts.map(({ payoutId, amount }) => ({ payoutId, fen: amount.amount }));
      const approved = await approvePayouts(deps, caller.accountId, seen);
      return { payouts: (await withPayees(deps, approved)).map(presentPayout) };
    },
    returnPayout: async ({ params: { payoutId }, body: { reason } }) =>
      presentPayout({ payout: await returnPayout(deps, payoutId, reason) }),
    listPayees: async ({ query }) =>
      presentPage(await listPayees(deps, query), (payee) => ({
        accountId: payee.accountId,
        cityId: payee.cityId,
        payee: presentPayee(payee),
      })),
    reviewPayee: async ({ caller, params: { accountId }, body: { version, verified, reason } }) => {
      if (!verified && reason === undefined) throw new Refused('MALFORMED_REQUEST', 'Say why not');
      const declined = verified || reason === undefined ? {} : { declinedBecause: reason };
      return presentPayee(await reviewPayee(deps, { accountId, by: caller.accountId, version, ...declined }));
    },
    listPayoutHolds: async ({ query: { accountId, ...wish } }) =>
      presentPage(await listPayoutHolds(deps, accountId, wish), presentHold),
    placePayoutHold: async ({ caller, body: { amount, until, orderId, ...wish }, key }) =>
      presentHold(
        await placePayoutHold(deps, {
          id: key.newId('hld'),
          ...{ ...wish, fen: amount.amount, placedBy: caller.accountId, until: new Date(until) },
          ...(orderId === undefined ? {} : { orderId }),
        }),
      ),
    releasePayoutHold: async ({ caller, params }) =>
      presentHold(await releasePayoutHold(deps, params.holdId, caller.accountId)),
    listPayoutFiles: async ({ query }) => presentPage(await listPayoutFiles(deps, query), presentFile),
    makePayoutFile: async ({ caller, key }) =>
      presentFile(await makePayoutFile(deps, { fileId: key.newId('pfl'), by: caller.accountId })),
    getPayoutFile: async ({ params }) => presentFile(await getPayoutFile(deps, params.fileId)),
    fetchPayoutFile: async ({ params }) => presentBankFile(await fetchPayoutFile(deps, params.fileId)),
    markPayoutFile: async ({ params, body }) =>
      presentFile(await markPayoutFile(deps, params.fileId, body.as)),
    answerPayoutFile: async ({ params, body }) =>
      presentFile(await answerPayoutFile(deps, params.fileId, body.csv)),
  };
}
